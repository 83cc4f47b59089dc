pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "../theme"

// The ground of a key: fill and edge, dashed when it is unavailable, and the ring of focus around it.
Item {
    id: face

    property color fill: Theme.surface
    property color edge: Theme.edge
    property real stroke: Theme.strokeControl
    property real radius: Theme.radiusKey
    property bool dashed: false
    property bool ringed: false
    property color bed: fill.a > 0 ? fill : Theme.wall

    Rectangle {
        anchors { fill: parent; margins: -Theme.strokeFocus }
        visible: face.ringed
        radius: face.radius + Theme.strokeFocus
        color: Theme.lamp
    }
    Rectangle {
        anchors.fill: parent
        radius: face.radius
        color: face.ringed && face.fill.a === 0 ? face.bed : face.fill
        border { width: face.ringed ? Theme.strokeControl : face.dashed ? 0 : face.stroke; color: face.ringed ? Theme.lampEdge : face.edge }

        Behavior on color { enabled: Theme.moving; ColorAnimation { duration: Theme.motionPress } }
    }
    Loader {
        anchors.fill: parent
        active: face.dashed && !face.ringed
        sourceComponent: Shape {
            ShapePath {
                fillColor: "transparent"
                strokeColor: face.edge
                strokeWidth: face.stroke
                strokeStyle: ShapePath.DashLine
                dashPattern: [3, 2]
                PathRectangle {
                    x: face.stroke / 2
                    y: face.stroke / 2
                    width: face.width - face.stroke
                    height: face.height - face.stroke
                    radius: face.radius
                }
            }
        }
    }
}
