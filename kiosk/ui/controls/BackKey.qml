import QtQuick
import QtQuick.Layouts
import "../theme"

// The way back, at the left of the counter's first row.
Key {
    id: key

    property string leadIcon: "arrow-left"

    text: qsTr("返回")
    implicitHeight: Theme.touchPrimary
    implicitWidth: Math.max(232, words.implicitWidth + leftPadding + rightPadding)
    Layout.preferredHeight: Theme.touchPrimary
    horizontalPadding: 36
    fill: Theme.counterKey
    edge: Theme.counterEdge
    ink: Theme.counterInk
    contentItem: KeyWords {
        id: words
        text: key.text
        leadIcon: key.leadIcon
        ink: key.ink
    }
}
