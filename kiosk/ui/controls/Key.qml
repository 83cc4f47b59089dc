import QtQuick
import QtQuick.Templates as T
import "../theme"

// Everything that is touched is one of these. A touch counts once, wherever a trembling finger lets go within the slop,
// however long it has rested, and whatever other fingers do. `unavailable` says why it can't be used now: it is drawn
// dashed and can still be touched, to be told the reason.
T.AbstractButton {
    id: key

    property string unavailable: ""
    property color fill: Theme.surface
    property color edge: Theme.edge
    property color ink: unavailable === "" ? Theme.ink : Theme.inkOff
    property real stroke: Theme.strokeControl
    property real radius: Theme.radiusKey
    readonly property bool off: unavailable !== ""
    readonly property int slop: 25

    focusPolicy: Qt.StrongFocus
    containmentMask: pressed ? reach : null
    Accessible.name: text
    Accessible.description: unavailable
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    background: KeyFace {
        fill: !key.down ? key.ground : key.ground.a > 0 ? Qt.darker(key.ground, 1.08) : Theme.sunk
        edge: key.edge
        stroke: key.stroke
        radius: key.radius
        dashed: key.off
        ringed: key.visualFocus
    }
    readonly property color ground: off ? Theme.sunk : fill

    Item {
        id: reach
        x: -key.slop
        y: -key.slop
        width: key.width + 2 * key.slop
        height: key.height + 2 * key.slop
    }
}
