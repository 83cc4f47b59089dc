import QtQuick
import "../theme"

// Whether the money is safe, said large: good for safe, note for in doubt.
Rectangle {
    id: band

    property bool safe: true
    property string text
    property string more
    readonly property color ink: safe ? Theme.good : Theme.note

    width: 968
    implicitHeight: Math.max(228, words.height + 48)
    color: safe ? Theme.goodFill : Theme.noteFill

    Icon {
        id: sign
        x: 38
        anchors.verticalCenter: parent.verticalCenter
        name: band.safe ? "shield-check" : "help-circle"
        color: band.ink
        stroke: 1.5
        size: 104
    }
    Column {
        id: words
        anchors { left: sign.right; leftMargin: 34; right: parent.right; rightMargin: 38; verticalCenter: parent.verticalCenter }
        spacing: 4
        Words { width: parent.width; text: band.text; size: 52; line: 68; color: band.ink; font.weight: 700 }
        Words { width: parent.width; visible: text !== ""; text: band.more; size: 36; line: 50 }
    }
}
