import QtQuick
import QtQuick.Layouts
import "../theme"

// In the primary's place while something is still missing: what it is, and where. Never framed: it isn't a key.
Item {
    id: root

    property string text
    property int way: Chevrons.Up
    readonly property bool before: way !== Chevrons.Slot

    implicitHeight: Theme.touchPrimary
    implicitWidth: 300
    Layout.fillWidth: true
    Layout.preferredHeight: Theme.touchPrimary
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        anchors.centerIn: parent
        spacing: 28
        layoutDirection: root.before ? Qt.LeftToRight : Qt.RightToLeft

        Chevrons { anchors.verticalCenter: parent.verticalCenter; way: root.way }
        Words {
            width: Math.min(Math.ceil(implicitWidth), root.width - 84 - 28)
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            size: 42
            line: 52
            color: Theme.counterInk
            font.weight: 500
        }
    }
}
