import QtQuick
import "../theme"

Words {
    size: Theme.captionSize
    line: Theme.captionLine
    font.weight: 400
}
