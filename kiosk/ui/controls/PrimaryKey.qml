import QtQuick
import QtQuick.Layouts
import "../theme"

// The one lit thing of a page, in the counter's first row.
Key {
    id: key

    property string leadIcon: ""
    property string tailIcon: ""

    implicitHeight: Theme.touchPrimary
    implicitWidth: words.implicitWidth + leftPadding + rightPadding
    Layout.fillWidth: true
    Layout.preferredHeight: Theme.touchPrimary
    horizontalPadding: 36
    fill: Theme.lamp
    edge: Theme.lamp
    ink: Theme.lampInk
    contentItem: KeyWords {
        id: words
        text: key.text
        leadIcon: key.leadIcon
        tailIcon: key.tailIcon
        size: 46
        line: implicitWidth > key.availableWidth ? 50 : 60
        weight: 700
        ink: key.ink
    }
}
