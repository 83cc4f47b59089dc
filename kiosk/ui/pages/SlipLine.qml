import QtQuick
import "../controls"
import "../theme"

// What has become of the paper slip; where it failed and paper is back, the key to print it again.
Item {
    id: line

    property string text
    property string sub: qsTr("这是缴费凭据，不是发票")
    property bool printed: false
    property bool failed: false
    property bool mayPrintAgain: false
    signal printAgain()

    width: 968
    height: Math.max(136, words.height + 32)

    Icon {
        id: sign
        anchors.verticalCenter: parent.verticalCenter
        name: line.failed ? "printer-off" : "printer"
        color: line.printed ? Theme.good : line.failed ? Theme.bad : Theme.ink
        size: 60
    }
    Column {
        id: words
        anchors { left: sign.right; leftMargin: 28; right: again.visible ? again.left : parent.right; rightMargin: again.visible ? 20 : 0; verticalCenter: parent.verticalCenter }
        Label { width: parent.width; text: line.text; color: line.failed ? Theme.bad : Theme.ink; font.weight: 700 }
        Words { width: parent.width; visible: text !== ""; text: line.sub; size: 34; line: 44; color: Theme.ink2 }
    }
    PlainKey {
        id: again
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        visible: line.mayPrintAgain
        implicitHeight: 96
        text: qsTr("再打一次")
        onClicked: line.printAgain()
    }
    Rule { hair: true; width: parent.width; anchors.bottom: parent.bottom }
}
