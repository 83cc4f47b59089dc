pragma ComponentBehavior: Bound
import QtQuick
import Bench.Models

// How many of each note are in the box.
Row {
    id: counts

    required property BenchModel model

    spacing: (width - 6 * 62) / 5
    Accessible.ignored: true

    Repeater {
        model: counts.model.values
        delegate: Row {
            id: kind
            required property int index
            required property string modelData
            readonly property string count: counts.model.boxCounts[index]
            width: 62
            spacing: 5
            NoteTile {
                value: parseInt(kind.modelData)
                width: 36
                height: 20
                border.width: 1.5
                anchors.verticalCenter: parent.verticalCenter
                opacity: kind.count === "0" ? 0.55 : 1
            }
            Words {
                text: "×" + kind.count
                size: 14
                font.weight: 500
                color: kind.count === "0" ? Theme.ink2 : Theme.ink
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
