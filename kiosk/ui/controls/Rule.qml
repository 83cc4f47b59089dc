import QtQuick
import "../theme"

// The ink rule over a list, or with `hair` the hairline between its rows.
Rectangle {
    property bool hair: false

    width: 968
    height: hair ? Theme.strokeHair : Theme.strokeControl
    color: hair ? Theme.line : Theme.ink
}
