import QtQuick
import QtQuick.Shapes
import "../theme"

// The motif's one angle: a bar leaning by 14 degrees. It stands on x..x+width at its middle, as a sheared rectangle does.
Shape {
    id: bar

    property color fill: Theme.lamp
    property color edge: "transparent"
    property real stroke: 0
    readonly property real lean: Math.tan(Theme.slant * Math.PI / 180) * height / 2

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        fillColor: bar.fill
        strokeColor: bar.stroke > 0 ? bar.edge : "transparent"
        strokeWidth: bar.stroke
        joinStyle: ShapePath.MiterJoin
        startX: bar.lean + bar.stroke / 2
        startY: bar.stroke / 2
        PathLine { x: bar.width + bar.lean - bar.stroke / 2; y: bar.stroke / 2 }
        PathLine { x: bar.width - bar.lean - bar.stroke / 2; y: bar.height - bar.stroke / 2 }
        PathLine { x: -bar.lean + bar.stroke / 2; y: bar.height - bar.stroke / 2 }
        PathLine { x: bar.lean + bar.stroke / 2; y: bar.stroke / 2 }
    }
}
