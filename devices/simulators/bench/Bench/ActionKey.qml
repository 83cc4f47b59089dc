import QtQuick
import QtQuick.Templates as T

// A key with a word. Lit: the one thing to do next. Chosen: what is so now.
T.AbstractButton {
    id: key

    property bool lit: false
    property bool chosen: false

    implicitHeight: Theme.keyHeight
    implicitWidth: label.implicitWidth + 24
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Item {
        Rectangle {
            anchors { fill: parent; margins: -3 }
            visible: key.visualFocus
            radius: Theme.radius + 3
            color: Theme.lamp
        }
        Rectangle {
            readonly property color ground: key.lit ? Theme.lamp : key.chosen ? Theme.ink : key.enabled ? Theme.surface : Theme.wall
            anchors.fill: parent
            radius: Theme.radius
            color: key.down ? Qt.darker(ground, 1.08) : ground
            border { width: 1.5; color: key.visualFocus || key.lit ? Theme.lampEdge : key.chosen ? Theme.ink : key.enabled ? Theme.edge : Theme.line }
        }
    }
    contentItem: Words {
        id: label
        text: key.text
        size: Theme.body
        font.weight: key.lit || key.chosen ? 700 : 500
        color: key.lit ? Theme.lampInk : key.chosen ? Theme.surface : key.enabled ? Theme.ink : Theme.edge
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        lineHeight: 0.95
        Accessible.ignored: true
    }
}
