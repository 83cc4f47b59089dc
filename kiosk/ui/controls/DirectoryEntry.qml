import QtQuick
import "../theme"

// A service on home. One that isn't there yet stays in its place, dashed, with the reason.
Key {
    id: entry

    property string sub
    property string iconName
    property bool ruled: true

    width: 456
    height: 146
    stroke: 0
    radius: 0
    fill: "transparent"
    Accessible.name: text + ", " + (off ? unavailable : sub)
    leftInset: -12
    rightInset: -12
    topInset: 8
    bottomInset: 8
    background: KeyFace { fill: entry.down ? Theme.sunk : "transparent"; stroke: 0; radius: 0; ringed: entry.visualFocus }
    contentItem: Item {
        Icon { id: sign; anchors.verticalCenter: parent.verticalCenter; name: entry.iconName; color: entry.ink; size: 60 }
        Column {
            anchors { left: sign.right; leftMargin: 26; right: parent.right; verticalCenter: parent.verticalCenter }
            Words { width: parent.width; text: entry.text; size: 46; line: 58; color: entry.ink; font.weight: 500; Accessible.ignored: true }
            Caption { width: parent.width; text: entry.off ? entry.unavailable : entry.sub; color: Theme.ink2; Accessible.ignored: true }
        }
    }

    Rule { anchors.bottom: parent.bottom; width: parent.width; hair: true; visible: entry.ruled && !entry.off }
    DashedRule { anchors.bottom: parent.bottom; width: parent.width; visible: entry.off }
}
