import QtQuick
import "../theme"

// Something is awaited: a pane of light crosses under the title, and words say what for.
Item {
    id: wait

    property string text

    width: 968
    implicitHeight: 20 + 14 + words.height
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Slanted { x: 4; width: parent.width - 8; height: 20; fill: Theme.sunk; edge: Theme.edge; stroke: Theme.strokeHair }
    Slanted {
        id: pane
        x: 4
        width: 240
        height: 20
        fill: Theme.lamp
        edge: Theme.lampEdge
        stroke: Theme.strokeHair

        SequentialAnimation {
            running: wait.visible && Theme.moving
            loops: Animation.Infinite
            NumberAnimation { target: pane; property: "x"; from: 4; to: wait.width - 244; duration: Theme.motionGuide; easing.type: Easing.InOutQuad }
            NumberAnimation { target: pane; property: "x"; from: wait.width - 244; to: 4; duration: Theme.motionGuide; easing.type: Easing.InOutQuad }
        }
    }
    Body { id: words; y: 34; width: parent.width; text: wait.text; color: Theme.ink2 }
}
