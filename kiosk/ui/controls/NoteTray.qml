pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// How many of each note have been counted in. The model's rows have `value` ("100") and `count`.
Item {
    id: tray

    property alias counts: repeater.model
    property int noteWidth: 128
    property int cell: width / Math.max(4, repeater.count)
    property bool ruled: true

    width: 968
    implicitHeight: 112

    Rule { visible: tray.ruled; width: parent.width }
    Row {
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            id: repeater

            Row {
                id: cell
                required property string value
                required property int count
                width: tray.cell
                spacing: 14

                NoteIcon { width: tray.noteWidth; anchors.verticalCenter: parent.verticalCenter; value: cell.value }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: "× " + cell.count
                    size: 44
                    line: 52
                    color: cell.count > 0 ? Theme.ink : Theme.ink2
                    font { weight: 500; letterSpacing: -0.015 * size }
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
    Rule { visible: tray.ruled; hair: true; width: parent.width; anchors.bottom: parent.bottom }
}
