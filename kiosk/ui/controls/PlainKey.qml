import QtQuick
import "../theme"

// An outlined key: a second way, or a choice of equal rank.
Key {
    id: key

    property string leadIcon: ""
    property string tailIcon: ""
    property bool chosen: false
    property int size: 36
    property int line: 48

    implicitHeight: Math.max(112, words.implicitHeight + 24)
    implicitWidth: words.implicitWidth + leftPadding + rightPadding
    horizontalPadding: 24
    fill: chosen ? Theme.ink : Theme.surface
    edge: chosen ? Theme.ink : Theme.edge
    ink: chosen ? Theme.surface : off ? Theme.inkOff : Theme.ink
    Accessible.selected: chosen
    contentItem: KeyWords {
        id: words
        text: key.text
        leadIcon: key.leadIcon
        tailIcon: key.tailIcon
        size: key.size
        line: key.line
        weight: key.chosen ? 700 : 500
        ink: key.ink
    }
}
