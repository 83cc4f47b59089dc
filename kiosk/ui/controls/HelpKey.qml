import QtQuick
import "../theme"

// One of the keys that are on every page: an icon and its word on the counter. `here` marks the page one is on.
Key {
    id: key

    property string iconName
    property bool here: false

    width: 131.2
    height: 100
    fill: "transparent"
    edge: Theme.counterEdge
    stroke: 0
    ink: off ? Theme.counterInk2 : Theme.counterInk
    background: KeyFace {
        fill: key.down ? Theme.counterKey : "transparent"
        edge: Theme.counterEdge
        stroke: 0
        ringed: key.visualFocus
        bed: Theme.counter
    }
    contentItem: Item {
        Icon { id: sign; y: 7; anchors.horizontalCenter: parent.horizontalCenter; name: key.iconName; color: key.ink; size: 46 }
        Words {
            id: word
            anchors { top: sign.bottom; topMargin: 4; horizontalCenter: parent.horizontalCenter }
            text: key.text
            size: 28
            line: 36
            color: key.ink
            font.weight: 500
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        DashedRule { anchors { top: word.bottom; horizontalCenter: parent.horizontalCenter } visible: key.off; width: word.width; color: Theme.counterEdge }
        Slanted { y: -9; anchors.horizontalCenter: parent.horizontalCenter; visible: key.here; width: 44; height: 8; fill: Theme.lamp }
    }
}
