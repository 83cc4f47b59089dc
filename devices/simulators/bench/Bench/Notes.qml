pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bench.Models

// What can be put in: six notes, a forged one and one that jams.
ColumnLayout {
    id: notes

    required property BenchModel model

    spacing: Theme.gap

    GridLayout {
        columns: 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: notes.model.values
            delegate: NoteKey {
                required property string modelData
                Layout.fillWidth: true
                value: parseInt(modelData)
                ready: notes.model.lit
                Accessible.description: ready ? "" : notes.model.title
                text: qsTr("放 %1 元").arg(modelData)
                onClicked: notes.model.insert(value, "genuine")
            }
        }
    }
    RowLayout {
        spacing: Theme.gap
        uniformCellSizes: true
        NoteKey {
            Layout.fillWidth: true
            implicitHeight: 58
            forged: true
            ready: notes.model.lit
            Accessible.description: ready ? "" : notes.model.title
            word: qsTr("假钞")
            text: qsTr("放一张 100 元假钞")
            onClicked: notes.model.insert(100, "forged")
        }
        NoteKey {
            Layout.fillWidth: true
            implicitHeight: 58
            tilted: true
            ready: notes.model.lit
            Accessible.description: ready ? "" : notes.model.title
            word: qsTr("会卡住的")
            text: qsTr("放一张会卡住的 100 元")
            onClicked: notes.model.insert(100, "jams")
        }
    }
}
