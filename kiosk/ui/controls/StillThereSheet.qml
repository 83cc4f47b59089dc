import QtQuick
import "../theme"

// Over a page that nobody touches: the veil is opaque, a customer's data must not stay readable. It ends above the counter.
Item {
    id: sheet

    property string seconds
    property real share: 1
    property string text: qsTr("您还在吗？")
    property string more
    property string money

    width: 1080
    height: 1628

    Rectangle {
        width: parent.width
        height: 1170
        color: Theme.counter
        clip: true
        Slanted { x: 330; width: 150; height: 1170; fill: Theme.counterKey }
        Slanted { x: 540; width: 230; height: 1170; fill: Theme.counterKey }
        Slanted { x: 840; width: 150; height: 1170; fill: Theme.counterKey }
        Column {
            x: 56
            y: 440
            width: 968
            spacing: 10
            Words { width: parent.width; text: qsTr("屏幕已遮住"); size: 76; line: 96; color: Theme.counterInk; font.weight: 700 }
            Words { width: parent.width; text: qsTr("点「我还在」，接着刚才的办"); size: 40; line: 60; color: Theme.counterInk2 }
        }
    }
    Rectangle {
        y: 1170
        width: parent.width
        height: 458
        color: Theme.surface

        Column {
            x: 56
            y: 44
            width: count.x - 56 - 24
            Title { width: parent.width; text: sheet.text }
            Body { topPadding: 14; width: parent.width; text: sheet.more; color: Theme.ink2 }
            Body { width: parent.width; text: sheet.money; font.weight: 700 }
        }
        Row {
            id: count
            anchors { right: parent.right; rightMargin: 56 }
            y: 44
            spacing: 12
            Numeral { text: sheet.seconds; size: 240; line: 220; font.letterSpacing: -0.03 * size; renderType: Text.CurveRendering }
            Body { y: 146; text: qsTr("秒"); color: Theme.ink2 }
        }
        LightBar { x: 56; y: 340; share: sheet.share; thickness: 36 }
    }
}
