import QtQuick
import "../theme"

// Three panes of light, the middle one lit.
Item {
    width: 46
    height: 56
    Accessible.ignored: true

    Slanted { x: 3.8; y: 18; width: 9; height: 38; fill: Theme.ink }
    Slanted { x: 19; width: 11; height: 56; fill: Theme.lamp }
    Slanted { x: 31.8; y: 18; width: 9; height: 38; fill: Theme.ink }
}
