import QtQuick

Text {
    property int size: Theme.body

    font { pixelSize: size; weight: 400; features: { "tnum": 1 } }
    color: Theme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
