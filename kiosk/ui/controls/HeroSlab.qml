import QtQuick
import "../theme"

// Home's one lit thing. When it can't be done now it is dashed and says why in its second line.
Key {
    id: slab

    property string sub
    property string iconName

    width: 968
    implicitHeight: Theme.touchHero
    fill: Theme.lamp
    edge: off ? Theme.edge : Theme.lampEdge
    ink: off ? Theme.inkOff : Theme.lampInk
    Accessible.name: text + ", " + (off ? unavailable : sub)
    contentItem: Item {
        Icon { id: sign; x: 51; anchors.verticalCenter: parent.verticalCenter; name: slab.iconName; color: slab.ink; stroke: 1.4; size: 116 }
        Column {
            anchors { left: sign.right; leftMargin: 36; right: arrow.left; rightMargin: 24; verticalCenter: parent.verticalCenter }
            Words { width: parent.width; text: slab.text; size: 76; line: 92; color: slab.ink; font.weight: 700; Accessible.ignored: true }
            Words {
                width: parent.width
                text: slab.off ? slab.unavailable : slab.sub
                size: 34
                line: 46
                color: slab.off ? Theme.bad : slab.ink
                font.weight: slab.off ? 500 : 400
                Accessible.ignored: true
            }
        }
        Icon { id: arrow; visible: !slab.off; anchors { right: parent.right; rightMargin: 51; verticalCenter: parent.verticalCenter } name: "arrow-right"; color: slab.ink; size: 88 }
    }
}
