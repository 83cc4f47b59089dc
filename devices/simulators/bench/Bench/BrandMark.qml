import QtQuick

// Three panes of light, the middle one lit.
Item {
    width: 23
    height: 28
    Accessible.ignored: true

    Slanted { x: 2; y: 9; width: 4.5; height: 19; fill: Theme.ink }
    Slanted { x: 9.5; width: 5.5; height: 28; fill: Theme.lamp }
    Slanted { x: 16; y: 9; width: 4.5; height: 19; fill: Theme.ink }
}
