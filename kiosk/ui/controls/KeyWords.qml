import QtQuick
import "../theme"

// A key's icon and words in its middle. Long words take a second line; nothing is cut.
Item {
    id: root

    property string text
    property string leadIcon: ""
    property string tailIcon: ""
    property int size: Theme.labelSize
    property int line: Theme.labelLine
    property int weight: 500
    property int gap: 16
    property color ink: Theme.ink
    readonly property real iconSize: Math.round(size * 1.15)
    readonly property real iconRoom: (leadIcon === "" ? 0 : iconSize + gap) + (tailIcon === "" ? 0 : iconSize + gap)

    implicitWidth: Math.ceil(words.implicitWidth + iconRoom)
    implicitHeight: words.implicitHeight

    Row {
        anchors.centerIn: parent
        spacing: root.gap

        Icon { visible: name !== ""; anchors.verticalCenter: parent.verticalCenter; name: root.leadIcon; color: root.ink; size: root.iconSize }
        Words {
            id: words
            width: Math.min(Math.ceil(implicitWidth), root.width - root.iconRoom)
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            size: root.size
            line: root.line
            color: root.ink
            font.weight: root.weight
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        Icon { visible: name !== ""; anchors.verticalCenter: parent.verticalCenter; name: root.tailIcon; color: root.ink; size: root.iconSize }
    }
}
