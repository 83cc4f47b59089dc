pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import "../theme"

// The note slot as it is on this kiosk, and what to do with a note: put it in, or take back what was returned.
Item {
    id: guide

    enum Act { Insert, TakeBack }

    property int act: DeviceGuide.Insert
    property string noteValue: "100"
    property string text
    property string more
    property string slotName: qsTr("入钞口")
    property string slotPlace
    readonly property bool insert: act === DeviceGuide.Insert

    width: 968
    implicitHeight: Math.max(insert ? 290 : 300, insert ? 0 : words.height)
    Accessible.role: Accessible.Graphic
    Accessible.name: text + " " + more

    Rectangle {
        id: body
        x: 554
        width: 414
        height: guide.insert ? 290 : 300
        color: Theme.sunk
        border { width: 4; color: Theme.ink }

        Rectangle {
            x: 50
            y: guide.insert ? 42 : 32
            width: 314
            height: guide.insert ? 116 : 108
            radius: 8
            color: Theme.surface
            border { width: 4; color: Theme.ink }
            Rectangle { x: 27; y: guide.insert ? 45 : 41; width: 260; height: 18; radius: 9; color: Theme.ink }
            Rectangle { x: 36; y: guide.insert ? 82 : 78; width: 242; height: 10; color: Theme.guide }
        }
        Column {
            visible: guide.insert
            y: 166
            width: parent.width
            Words { width: parent.width; text: guide.slotName; size: 34; line: 44; font.weight: 500; horizontalAlignment: Text.AlignHCenter }
            Words { x: 20; width: parent.width - 40; text: guide.slotPlace; size: 34; line: 40; color: Theme.ink2; horizontalAlignment: Text.AlignHCenter }
        }
        NoteIcon { visible: !guide.insert; x: 118; y: 82; width: 178; height: 120; value: guide.noteValue }
        Pointing { visible: !guide.insert; x: 184; y: 216; paths: ["M2 6L23 24L44 6", "M2 28L23 46L44 28", "M2 50L23 68L44 50"]; rising: true }
    }

    NoteIcon { visible: guide.insert; y: 32; width: 292; height: 124; value: guide.noteValue }
    Pointing { visible: guide.insert; x: 348; y: 58; paths: ["M4 4L36 36L4 68", "M64 4L96 36L64 68", "M124 4L156 36L124 68"] }
    Column {
        id: words
        y: guide.insert ? 170 : 6
        width: 520
        Words {
            width: parent.width
            text: guide.text
            size: guide.insert ? 34 : 46
            line: guide.insert ? 44 : 62
            font.weight: guide.insert ? 500 : 700
        }
        Words {
            width: parent.width
            text: guide.more
            size: guide.insert ? 34 : 36
            line: guide.insert ? 44 : 52
            color: guide.insert ? Theme.ink2 : Theme.ink
        }
    }

    component Pointing: Item {
        id: pointing
        required property list<string> paths
        property bool rising: false

        Repeater {
            model: pointing.paths
            Shape {
                id: mark
                required property string modelData
                required property int index
                preferredRendererType: Shape.CurveRenderer
                opacity: pointing.rising ? [0.4, 0.7, 1][index] : [1, 0.6, 0.3][index]
                ShapePath {
                    fillColor: "transparent"
                    strokeColor: Theme.ink
                    strokeWidth: 7
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin
                    PathSvg { path: mark.modelData }
                }
            }
        }
    }
}
