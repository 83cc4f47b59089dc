import QtQuick

// A note as a plain block with a number: never a picture of money.
Rectangle {
    id: tile

    required property int value
    readonly property color hue: value === 100 ? Theme.cash100 : value === 50 ? Theme.cash50 : value === 20 ? Theme.cash20
        : value === 10 ? Theme.cash10 : value === 5 ? Theme.cash5 : Theme.cash1

    width: 64
    height: 34
    radius: 2
    color: Theme.cashPaper
    border { width: 2; color: hue }
    Accessible.ignored: true

    Rectangle { width: parent.width * 0.22; height: parent.height; radius: 2; color: tile.hue }
    Words {
        x: parent.width * 0.22
        width: parent.width * 0.78
        height: parent.height
        text: tile.value
        size: Math.round(tile.height * 0.56)
        font.weight: 600
        color: tile.hue
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
    }
}
