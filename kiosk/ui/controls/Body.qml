import QtQuick
import "../theme"

Words {
    size: Theme.bodySize
    line: Theme.bodyLine
    font.weight: 400
}
