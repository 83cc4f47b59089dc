import QtQuick
import "../theme"

// A note as a plain block with a number: never a picture of money, which needs the central bank's leave.
Item {
    id: note

    required property string value
    readonly property color hue: value === "100" ? Theme.cash100 : value === "50" ? Theme.cash50 : value === "20" ? Theme.cash20
        : value === "10" ? Theme.cash10 : Theme.ink

    width: 128
    height: Math.round(width * 80 / 150)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("%1 元钞票").arg(value)

    Rectangle {
        anchors.fill: parent
        radius: width / 50
        color: Theme.cashPaper
        border { width: Math.min(4, Math.max(3, parent.width * 0.027)); color: note.hue }
        Rectangle { width: parent.width * 0.22; height: parent.height; radius: parent.radius; color: note.hue }
    }
    Words {
        x: parent.width * 0.22
        width: parent.width * 0.78
        height: parent.height
        text: note.value
        size: Math.round(parent.height * 0.56)
        line: parent.height
        color: note.hue
        font.weight: 600
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
