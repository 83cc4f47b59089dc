import QtQuick
import QtQuick.Shapes
import "../theme"

// The line under what is not there yet.
Shape {
    id: rule

    property color color: Theme.edge

    height: Theme.strokeHair

    ShapePath {
        strokeColor: rule.color
        strokeWidth: Theme.strokeHair
        strokeStyle: ShapePath.DashLine
        dashPattern: [6, 5]
        startX: 0
        startY: Theme.strokeHair / 2
        PathLine { x: rule.width; y: Theme.strokeHair / 2 }
    }
}
