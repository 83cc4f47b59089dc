import QtQuick
import "../theme"

// A sentence with the sign of what it is about: a fact, a reassurance, a warning.
Row {
    id: line

    property string iconName: "info-circle"
    property color iconColor: Theme.note
    property string text
    property int size: Theme.bodySize
    property int lineHeight: Theme.bodyLine
    property int weight: 400
    property int iconSize: 42

    width: 968
    spacing: 14

    Icon { y: (line.lineHeight - size) / 2; name: line.iconName; color: line.iconColor; size: line.iconSize }
    Words { width: parent.width - line.iconSize - line.spacing; text: line.text; size: line.size; line: line.lineHeight; font.weight: line.weight }
}
