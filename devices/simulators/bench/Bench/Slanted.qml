import QtQuick
import QtQuick.Shapes

// The motif's one angle: a bar leaning by 14 degrees.
Shape {
    id: bar

    property color fill: Theme.lamp
    readonly property real lean: Math.tan(Theme.slant * Math.PI / 180) * height / 2

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        fillColor: bar.fill
        strokeColor: "transparent"
        startX: bar.lean
        startY: 0
        PathLine { x: bar.width + bar.lean; y: 0 }
        PathLine { x: bar.width - bar.lean; y: bar.height }
        PathLine { x: -bar.lean; y: bar.height }
        PathLine { x: bar.lean; y: 0 }
    }
}
