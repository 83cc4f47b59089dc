import QtQuick
import QtQuick.Shapes
import "../controls"
import "../theme"

// A bill as it lies before the customer: the number is lit, at its upper left. Plain lines, no real bill's likeness.
Item {
    id: picture

    width: 968
    height: 300
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("账单左上角印着户号")

    component Line: Rectangle {
        height: 4
        color: Theme.edge
    }

    Shape {
        width: 560
        height: 300
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: Theme.surface
            strokeColor: Theme.ink
            strokeWidth: 4
            joinStyle: ShapePath.RoundJoin
            startX: 2
            startY: 300
            PathLine { x: 2; y: 2 }
            PathLine { x: 502; y: 2 }
            PathLine { x: 558; y: 58 }
            PathLine { x: 558; y: 300 }
        }
        ShapePath {
            fillColor: Theme.sunk
            strokeColor: Theme.ink
            strokeWidth: 4
            joinStyle: ShapePath.RoundJoin
            startX: 502
            startY: 2
            PathLine { x: 502; y: 58 }
            PathLine { x: 558; y: 58 }
            PathLine { x: 502; y: 2 }
        }
    }
    Rectangle {
        id: box
        x: 36
        y: 36
        width: number.width + 40
        height: 92
        color: Theme.paneBright
        border { width: 4; color: Theme.lampEdge }
        Row {
            id: number
            x: 20
            height: parent.height
            spacing: 14
            Words { anchors.verticalCenter: parent.verticalCenter; text: qsTr("户号"); size: 28; line: 36; wrapMode: Text.NoWrap; Accessible.ignored: true }
            Words { anchors.verticalCenter: parent.verticalCenter; text: "3304 0000 00"; size: 36; line: 44; font.weight: 600; wrapMode: Text.NoWrap; Accessible.ignored: true }
        }
    }
    Line { x: 36; y: 166; width: 300 }
    Line { x: 36; y: 196; width: 220 }
    Line { x: 36; y: 240; width: 484 }
    Line { x: 36; y: 270; width: 484 }
    Shape {
        id: arrow
        x: box.x + box.width + 14
        y: 66
        width: 614 - x
        height: 34
        preferredRendererType: Shape.CurveRenderer
        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.lampEdge
            strokeWidth: 5
            startX: arrow.width
            startY: 16
            PathLine { x: 6; y: 16 }
            PathMove { x: 26; y: 2 }
            PathLine { x: 6; y: 16 }
            PathLine { x: 26; y: 30 }
        }
    }
    Words { x: 636; y: 52; width: 332; text: qsTr("户号在这里"); size: 44; line: 60; font.weight: 700 }
    Body { x: 636; y: 116; width: 332; text: qsTr("没带账单？打服务热线，报地址和户名能问到。"); color: Theme.ink2 }
}
