pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// The steps of a task, lit up to now.
Row {
    id: steps

    required property list<string> names
    required property int now

    width: 968
    spacing: 10
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第 %1 步，共 %2 步：%3").arg(now + 1).arg(names.length).arg(names[now] ?? "")

    Repeater {
        model: steps.names

        Item {
            id: step
            required property string modelData
            required property int index
            readonly property bool lit: index <= steps.now

            width: (steps.width - steps.spacing * (steps.names.length - 1)) / steps.names.length
            height: 62

            Slanted {
                x: 4
                width: parent.width - 8
                height: 16
                fill: step.lit ? Theme.lamp : Theme.sunk
                edge: step.lit ? Theme.lampEdge : Theme.edge
                stroke: Theme.strokeHair
            }
            Words {
                y: 26
                width: parent.width
                text: step.modelData
                size: 28
                line: 36
                color: step.lit ? Theme.ink : Theme.ink2
                font.weight: step.index === steps.now ? 700 : 400
                Accessible.ignored: true
            }
        }
    }
}
