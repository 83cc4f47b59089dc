import QtQuick
import "../theme"

Words {
    size: Theme.numeralSize
    line: Theme.numeralLine
    font { weight: 500; letterSpacing: -0.015 * size }
    wrapMode: Text.NoWrap
}
