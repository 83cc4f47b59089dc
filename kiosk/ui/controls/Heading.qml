import QtQuick
import "../theme"

Words {
    size: Theme.headingSize
    line: Theme.headingLine
    font.weight: 700
}
