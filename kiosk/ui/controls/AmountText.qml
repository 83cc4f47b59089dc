pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A sum as people read it: the currency sign raised, the cents small. `amount` is ready made: "433.45" or "1,240".
Item {
    id: root

    required property string amount
    property string sign: "¥"
    property int size: Theme.displaySize
    property int line: Theme.displayLine
    property int weight: 500
    property real tightness: -0.015
    property color color: Theme.ink
    readonly property real gridBaseline: line / 2 + size * 0.4

    implicitWidth: row.width
    implicitHeight: line
    Accessible.role: Accessible.StaticText
    Accessible.name: sign + amount

    component Part: Text {
        y: root.gridBaseline - baselineOffset
        color: root.color
        font { weight: root.weight; features: ({ "tnum": 1 }) }
        textFormat: Text.PlainText
        renderType: root.size >= 120 ? Text.CurveRendering : Text.QtRendering
        Accessible.ignored: true
    }

    Row {
        id: row

        Part {
            y: root.gridBaseline - root.size * 0.56 * 0.42 - baselineOffset
            text: root.sign
            font.pixelSize: root.size * 0.56
            rightPadding: root.size * 0.56 * 0.08
        }
        Part {
            text: root.amount.split(".")[0]
            font { pixelSize: root.size; letterSpacing: root.tightness * root.size }
        }
        Part {
            visible: text !== "."
            text: "." + (root.amount.split(".")[1] ?? "")
            font { pixelSize: root.size * 0.62; letterSpacing: -0.01 * root.size * 0.62 }
        }
    }
}
