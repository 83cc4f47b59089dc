import QtQuick
import "../theme"
import kiosk.ui.models

// What a touched key has to say, on a sheet over the counter: why it is off, or the number to dial.
FocusScope {
    id: sheet

    required property ShellModel shell

    width: 1080
    height: Math.max(body.height + 96, 300)
    Accessible.role: Accessible.Dialog
    Accessible.name: shell.noteTitle

    MouseArea { anchors.fill: parent; Accessible.ignored: true }
    Rectangle { anchors.fill: parent; color: Theme.surface }
    Rule { width: parent.width }
    Column {
        id: body
        x: 56
        y: 44
        width: 968
        spacing: 8

        Title { width: parent.width; text: sheet.shell.noteTitle; size: 56; line: 72 }
        Numeral { visible: text !== ""; text: sheet.shell.noteNumber; size: 112; line: 120 }
        Item {
            width: parent.width
            height: Math.max(why.height, close.height)

            Words {
                id: why
                width: parent.width - close.width - 48
                anchors.verticalCenter: parent.verticalCenter
                text: sheet.shell.noteText
                size: 36
                line: 50
                color: Theme.ink2
            }
            PlainKey {
                id: close
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                focus: true
                implicitHeight: 104
                leadIcon: "x"
                text: qsTr("知道了")
                onClicked: sheet.shell.closeNote()
            }
        }
    }
}
