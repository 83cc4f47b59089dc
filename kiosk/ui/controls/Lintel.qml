import QtQuick
import "../theme"
import kiosk.ui.models

// Who this hall is; at the right the date (home), the time, or whose account it is, masked. Never touched.
Item {
    id: lintel

    required property ShellModel shell

    width: 1080
    height: 104

    BrandMark { id: mark; x: 56; anchors.verticalCenter: parent.verticalCenter }
    Words {
        id: name
        anchors { left: mark.right; leftMargin: 18; verticalCenter: parent.verticalCenter }
        text: qsTr("光明厅")
        size: 38
        line: 56
        font { weight: 700; letterSpacing: 0.04 * size }
        wrapMode: Text.NoWrap
    }
    Rectangle {
        id: bar
        anchors { left: name.right; leftMargin: 22; verticalCenter: parent.verticalCenter }
        visible: site.text !== ""
        width: Theme.strokeHair
        height: 52
        color: Theme.line
    }
    Words {
        id: site
        anchors { left: bar.right; leftMargin: 18; right: ends.left; rightMargin: 24; verticalCenter: parent.verticalCenter }
        text: lintel.shell.siteName
        size: 28
        line: 36
        color: Theme.ink2
    }
    Row {
        id: ends
        anchors { right: parent.right; rightMargin: 56; verticalCenter: parent.verticalCenter }
        spacing: 20

        Words { visible: text !== ""; text: lintel.shell.who; size: 30; line: 52; font.weight: 500; wrapMode: Text.NoWrap }
        Words { visible: text !== ""; text: lintel.shell.number; size: 30; line: 52; color: Theme.ink2; font.weight: 500; wrapMode: Text.NoWrap }
        Words {
            visible: lintel.shell.who === "" && lintel.shell.here
            text: lintel.shell.date
            size: 30
            line: 52
            wrapMode: Text.NoWrap
        }
        Words {
            visible: lintel.shell.who === "" && !lintel.shell.here
            text: lintel.shell.clock
            size: 36
            line: 52
            font { weight: 500; letterSpacing: -0.015 * size }
            wrapMode: Text.NoWrap
        }
    }
}
