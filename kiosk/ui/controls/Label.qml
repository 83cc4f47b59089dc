import QtQuick
import "../theme"

Words {
    size: Theme.labelSize
    line: Theme.labelLine
    font.weight: 500
}
