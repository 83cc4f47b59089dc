import QtQuick
import "../theme"

// A bundled Tabler icon in a colour of the theme. It always has its word beside it, so it is not read out.
Image {
    id: icon

    required property string name
    property color color: Theme.ink
    property real stroke: 1.75
    property int size: 48

    width: size
    height: size
    sourceSize: Qt.size(size * 2, size * 2)
    source: name === "" ? "" : "image://icon/" + name + "/" + String(color).slice(-6) + "/" + stroke
    mipmap: true
    Accessible.ignored: true
}
