pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A fault is a solid mark, planned work a hatched one: no meaning by colour alone.
Item {
    id: mark

    property bool fault: true

    width: 22
    height: 44
    Accessible.ignored: true

    Slanted { anchors.fill: parent; fill: mark.fault ? Theme.bad : Theme.surface; edge: Theme.note; stroke: mark.fault ? 0 : 3 }
    Repeater {
        model: mark.fault ? 0 : Math.floor((mark.height - 6) / 10)

        Rectangle {
            required property int index
            x: 3 + (mark.height / 2 - y - height / 2) * 0.2493
            y: mark.height - 8 - index * 10
            width: mark.width - 6
            height: 5
            color: Theme.note
        }
    }
}
