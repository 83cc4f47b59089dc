import QtQuick
import "../theme"

// How far: a slanted bar of light on its sunk bed. It moves to a new length, it never jumps.
Item {
    id: bar

    property real share: 0
    property int thickness: 44

    width: 968
    implicitHeight: thickness
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("进度")
    Accessible.description: Math.round(Math.min(1, Math.max(0, share)) * 100) + "%"

    Slanted { anchors { fill: parent; leftMargin: 6; rightMargin: 6 } fill: Theme.sunk; edge: Theme.edge; stroke: Theme.strokeControl }
    Slanted {
        x: 6
        width: (parent.width - 12) * Math.min(1, Math.max(0, bar.share))
        height: parent.height
        visible: bar.share > 0
        fill: Theme.lamp
        edge: Theme.lampEdge
        stroke: Theme.strokeControl

        Behavior on width { enabled: Theme.moving; NumberAnimation { duration: Theme.motionLight; easing.type: Easing.OutQuart } }
    }
}
