import QtQuick
import QtQuick.Templates as T

// A note to be put in: the tile itself is touched. While the slot is dark it lies back, and still can be tried.
T.AbstractButton {
    id: key

    property int value: 100
    property string word: ""
    property bool tilted: false
    property bool forged: false
    property bool ready: true

    implicitHeight: 64
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
            anchors.fill: parent
            radius: Theme.radius
            color: key.down ? Qt.darker(Theme.surface, 1.08) : key.ready ? Theme.surface : Theme.sunk
            border { width: 1.5; color: key.visualFocus ? Theme.lampEdge : key.ready ? Theme.edge : Theme.line }
        }
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: 12
            Item {
                width: 72
                height: 40
                anchors.verticalCenter: parent.verticalCenter
                NoteTile {
                    anchors.centerIn: parent
                    value: key.value
                    rotation: key.tilted ? -11 : 0
                    opacity: key.ready ? 1 : 0.6
                }
                Rectangle {
                    anchors.centerIn: parent
                    visible: key.forged
                    width: 76
                    height: 2.5
                    rotation: -27
                    color: Theme.bad
                }
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, key.width - 108)
                visible: text !== ""
                text: key.word
                font.weight: 500
                Accessible.ignored: true
            }
        }
    }
}
