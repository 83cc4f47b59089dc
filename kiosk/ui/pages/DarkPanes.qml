pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "../controls"
import "../theme"

// One window is lit, two are dark: what works without the hall, and what waits.
Item {
    width: 390
    height: 148

    Slanted { x: 18.5; width: 150; height: 148; fill: Theme.paneBright }
    Dark { x: 198.5 }
    Dark { x: 318.5 }

    component Dark: Shape {
        id: dark
        readonly property real lean: Math.tan(Theme.slant * Math.PI / 180) * height / 2
        width: 90
        height: 148
        preferredRendererType: Shape.CurveRenderer
        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.edge
            strokeWidth: Theme.strokeControl
            strokeStyle: ShapePath.DashLine
            dashPattern: [10 / 3, 10 / 3]
            startX: dark.lean
            startY: 2
            PathLine { x: dark.width + dark.lean; y: 2 }
            PathLine { x: dark.width - dark.lean; y: dark.height - 2 }
            PathLine { x: -dark.lean; y: dark.height - 2 }
            PathLine { x: dark.lean; y: 2 }
        }
    }
}
