import QtQuick
import "../theme"

// A step that is done or to come, in a list of what happens next.
Item {
    id: row

    property bool done: false
    property bool now: false
    property string text
    property string sub

    width: 968
    implicitHeight: Math.max(124, words.height + 28)

    Slanted {
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        width: 22
        height: 60
        fill: row.done ? Theme.lamp : "transparent"
        edge: row.done ? Theme.lampEdge : Theme.edge
        stroke: Theme.strokeControl
    }
    Column {
        id: words
        anchors { left: parent.left; leftMargin: 58; right: parent.right; verticalCenter: parent.verticalCenter }
        Label { width: parent.width; text: row.text; font.weight: row.now ? 700 : 500 }
        Caption { width: parent.width; visible: text !== ""; text: row.sub; color: Theme.ink2 }
    }
    Rule { anchors.bottom: parent.bottom; hair: true; width: parent.width }
}
