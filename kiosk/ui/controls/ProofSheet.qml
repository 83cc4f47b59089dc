import QtQuick
import "../theme"

// What the payer takes along: a code that carries the whole of it, and a short number good at any kiosk.
Rectangle {
    id: sheet

    property string text
    property string number
    property string more
    property string code
    readonly property int codeSize: code === "" ? 0 : 280

    width: 968
    implicitHeight: Math.max(310, words.height + 64)
    color: Theme.surface
    border { width: Theme.strokeHair; color: Theme.line }

    QrSheet { id: picture; x: 15; anchors.verticalCenter: parent.verticalCenter; width: sheet.codeSize; height: sheet.codeSize; content: sheet.code; readOut: sheet.text }
    Column {
        id: words
        anchors { left: picture.right; leftMargin: 26; right: parent.right; rightMargin: 32; verticalCenter: parent.verticalCenter }
        Body { width: parent.width; text: sheet.text; color: Theme.ink2 }
        Numeral { x: -4; text: sheet.number; size: 112; line: 116; font.letterSpacing: 0 }
        Words { width: parent.width; topPadding: 10; text: sheet.more; size: 30; line: 42 }
    }
}
