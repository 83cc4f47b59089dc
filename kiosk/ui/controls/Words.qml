import QtQuick
import "../theme"

// A text on the design's grid. Qt sets a fixed line's glyphs at its top and by whichever typeface is in it;
// the design centres Barlow's own box in the line. The translation is the difference.
Text {
    id: words

    property int size: Theme.bodySize
    property int line: Theme.bodyLine
    readonly property real gridBaseline: line / 2 + size * 0.4

    color: Theme.ink
    font { pixelSize: size; features: ({ "tnum": 1 }) }
    lineHeight: line
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    transform: Translate { y: words.gridBaseline + words.topPadding - words.baselineOffset }
}
