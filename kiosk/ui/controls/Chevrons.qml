pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "../theme"

// Three slanted chevrons towards what is to be touched or done next: the last is brightest. They light in turn, and rest after five rounds.
Item {
    id: chevrons

    enum Way { Up, Down, Slot }

    property int way: Chevrons.Up
    property int lit: 0
    readonly property list<string> paths: way === Chevrons.Up ? ["M5.6 90L42.1 64L65.6 90", "M12.5 62L49 36L72.5 62", "M19.5 34L56 8L79.5 34"]
        : way === Chevrons.Down ? ["M26 8L49.5 34L86 8", "M19 36L42.5 62L79 36", "M12 64L35.6 90L72 64"]
        : ["M44 8V44H8", "M66 30V66H30", "M88 52V88H52"]

    width: 84
    height: 82

    Repeater {
        model: chevrons.paths

        Shape {
            id: mark
            required property string modelData
            required property int index

            width: 100
            height: 98
            scale: 0.84
            transformOrigin: Item.TopLeft
            preferredRendererType: Shape.CurveRenderer
            opacity: chevrons.lit === 0 ? [0.35, 0.65, 1][index] : chevrons.lit === index + 1 ? 1 : 0.35

            ShapePath {
                fillColor: "transparent"
                strokeColor: Theme.lamp
                strokeWidth: 11
                joinStyle: ShapePath.MiterJoin
                capStyle: ShapePath.FlatCap
                PathSvg { path: mark.modelData }
            }
        }
    }

    SequentialAnimation on lit {
        running: chevrons.visible && Theme.moving
        loops: Animation.Infinite

        SequentialAnimation {
            loops: 5
            PropertyAction { value: 1 }
            PauseAnimation { duration: Theme.motionGuide / 4 }
            PropertyAction { value: 2 }
            PauseAnimation { duration: Theme.motionGuide / 4 }
            PropertyAction { value: 3 }
            PauseAnimation { duration: Theme.motionGuide / 2 }
        }
        PropertyAction { value: 0 }
        PauseAnimation { duration: 10000 }
    }
}
