import QtQuick

// A code to scan. Its dark and light never follow the theme: scanners want black on white.
Image {
    id: code

    required property string content
    required property string readOut

    width: 244
    height: 244
    sourceSize: Qt.size(width, height)
    source: content === "" ? "" : "image://qr/" + encodeURIComponent(content)
    smooth: false
    cache: false                              // a receipt must not outlive its visit
    Accessible.role: Accessible.Graphic
    Accessible.name: readOut
}
