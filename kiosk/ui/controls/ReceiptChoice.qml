import QtQuick
import "../theme"

// One way to get the receipt. On paper while the printer works; dashed with the reason while it doesn't.
Key {
    id: choice

    property string sub
    property string iconName

    width: 474
    implicitHeight: Math.max(236, words.implicitHeight + 76 + 80)
    Accessible.name: text + ", " + (off ? unavailable : sub)
    contentItem: Item {
        Icon { x: 35; y: 30; name: choice.iconName; color: choice.ink; size: 76 }
        Column {
            id: words
            anchors { left: parent.left; leftMargin: 35; right: parent.right; rightMargin: 24; bottom: parent.bottom; bottomMargin: 30 }
            Words { width: parent.width; text: choice.text; size: 46; line: 58; color: choice.ink; font.weight: 700; Accessible.ignored: true }
            Words {
                width: parent.width
                text: choice.off ? choice.unavailable : choice.sub
                size: 34
                line: 44
                color: choice.off ? Theme.bad : Theme.ink2
                font.weight: choice.off ? 500 : 400
                Accessible.ignored: true
            }
        }
    }
}
