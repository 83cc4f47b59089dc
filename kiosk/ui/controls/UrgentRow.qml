import QtQuick
import "../theme"

// Help in danger, outlined red on every home. It promises to be put through first, never at once.
Key {
    id: row

    property string sub

    width: 968
    implicitHeight: Math.max(132, words.implicitHeight + 32)
    edge: Theme.bad
    ink: Theme.bad
    Accessible.name: text + ", " + sub
    contentItem: Item {
        Icon { id: sign; x: 35; anchors.verticalCenter: parent.verticalCenter; name: "urgent"; color: Theme.bad; size: 60 }
        Flow {
            id: words
            anchors { left: sign.right; leftMargin: 26; right: arrow.left; rightMargin: 16; verticalCenter: parent.verticalCenter }
            spacing: 24
            Words { text: row.text; size: 44; line: 56; color: Theme.bad; font.weight: 700; wrapMode: Text.NoWrap; Accessible.ignored: true }
            Words { text: row.sub; size: 32; line: 56; color: Theme.ink2; wrapMode: Text.NoWrap; Accessible.ignored: true }
        }
        Icon { id: arrow; anchors { right: parent.right; rightMargin: 35; verticalCenter: parent.verticalCenter } name: "arrow-right"; color: Theme.bad; size: 52 }
    }
}
