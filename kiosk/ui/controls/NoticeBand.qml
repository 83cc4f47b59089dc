import QtQuick
import "../theme"

// One line about the money on a tone of its own: what to know before it is asked for.
Rectangle {
    id: band

    enum Tone { Note, Good, Bad }

    property int tone: NoticeBand.Note
    property string icon: tone === NoticeBand.Good ? "shield-check" : tone === NoticeBand.Bad ? "alert-triangle" : "info-circle"
    property string text
    property string more: ""
    property int size: 36
    readonly property color ink: tone === NoticeBand.Good ? Theme.good : tone === NoticeBand.Bad ? Theme.bad : Theme.note

    width: 968
    implicitHeight: Math.max(more === "" ? 112 : 124, words.height + 24)
    color: tone === NoticeBand.Good ? Theme.goodFill : tone === NoticeBand.Bad ? Theme.badFill : Theme.noteFill

    Icon { id: sign; x: 28; anchors.verticalCenter: parent.verticalCenter; name: band.icon; color: band.ink; size: 46 }
    Column {
        id: words
        anchors { left: sign.right; leftMargin: 18; right: parent.right; rightMargin: 28; verticalCenter: parent.verticalCenter }
        Words { width: parent.width; text: band.text; size: band.size; line: 50; color: band.ink; font.weight: 500 }
        Words { width: parent.width; visible: text !== ""; text: band.more; size: band.size; line: 50; color: band.ink }
    }
}
