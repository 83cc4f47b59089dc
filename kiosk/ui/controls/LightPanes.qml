pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Light through tall windows, falling on the one thing to do next. It ends exactly where that begins.
Item {
    id: panes

    enum Fall { Off, Home, Inner, Landing, Full }

    property int fall: LightPanes.Off
    property int landingX: 720
    property int landingWidth: 240
    readonly property int reach: fall === LightPanes.Home ? 790 : 768

    width: 1080
    height: reach

    component Beam: Slanted {
        property bool hot: false
        height: panes.reach
        fill: hot ? Theme.paneBright : Theme.pane
    }

    Rectangle { anchors.fill: parent; visible: panes.fall === LightPanes.Full; color: Theme.pane }
    Item {
        visible: panes.fall === LightPanes.Home
        Beam { x: 470; width: 140 }
        Beam { x: 650; width: 220; hot: true }
        Beam { x: 910; width: 140 }
    }
    Item {
        visible: panes.fall === LightPanes.Inner
        Beam { x: 570; width: 170 }
        Beam { x: 780; width: 240; hot: true }
    }
    Item {
        visible: panes.fall === LightPanes.Landing
        Beam { x: panes.landingX - 230; width: panes.landingWidth * 0.75 }
        Beam { x: panes.landingX; width: panes.landingWidth; hot: true }
    }
    Item {
        visible: panes.fall === LightPanes.Full
        Beam { x: 760; width: 110; hot: true }
        Beam { x: 920; width: 360; hot: true }
    }
}
