pragma ComponentBehavior: Bound
import QtQuick
import Bench.Models

// The acceptor cut open: slot, reader, escrow, box, and the note on its way.
Item {
    id: acceptor

    required property BenchModel model
    readonly property bool stuck: model.place.startsWith("jammed")

    implicitHeight: 116
    Accessible.role: Accessible.Graphic
    Accessible.name: model.title

    Rectangle {
        id: body
        width: parent.width
        height: 112
        color: Theme.sunk
        border { width: 2; color: Theme.ink }
    }
    Repeater {
        model: [40, 76]
        delegate: Rectangle { required property int modelData; x: 106; y: modelData; width: acceptor.width - 106 - 96; height: 2; color: Theme.edge }
    }
    Repeater {
        model: [qsTr("验钞"), qsTr("暂存"), qsTr("入箱")]
        delegate: Words {
            required property int index
            required property string modelData
            x: 106 + index * 74
            width: 72
            y: 84
            text: modelData
            size: Theme.caption
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
        }
    }
    Rectangle {
        id: slot
        x: 14
        y: 22
        width: 92
        height: 68
        radius: 6
        color: Theme.surface
        border { width: 2; color: Theme.ink }
        Rectangle { x: 11; y: 24; width: 70; height: 10; radius: 5; color: Theme.ink }
        Rectangle {
            x: 13
            y: 45
            width: 66
            height: 7
            color: acceptor.model.lit ? Theme.guide : "transparent"
            border { width: acceptor.model.lit ? 0 : 1.5; color: Theme.edge }
        }
    }
    Rectangle {
        id: box
        x: parent.width - width - 12
        y: 12
        width: 84
        height: 88
        color: Theme.surface
        border { width: 2; color: Theme.ink }
        Words {
            y: 6
            width: parent.width
            text: qsTr("钞箱")
            size: Theme.caption
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
        }
        Words {
            y: 20
            width: parent.width
            text: acceptor.model.boxNotes
            visible: acceptor.model.connected
            size: 34
            font.weight: 500
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            y: 62
            width: parent.width
            text: acceptor.model.boxSum
            visible: acceptor.model.connected
            size: Theme.body
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
        }
    }
    NoteTile {
        id: note
        value: acceptor.model.note
        x: 28
        y: 44
        opacity: 0
        border.color: acceptor.stuck ? Theme.bad : hue
        state: acceptor.model.place
        states: [
            State { name: "slot"; PropertyChanges { note { x: 28; y: 53; opacity: 1 } } },
            State { name: "reading"; PropertyChanges { note { x: 110; opacity: 1 } } },
            State { name: "rejecting"; PropertyChanges { note { x: 76; opacity: 1 } } },
            State { name: "escrow"; PropertyChanges { note { x: 184; opacity: 1 } } },
            State { name: "stacking"; PropertyChanges { note { x: 238; opacity: 1 } } },
            State { name: "credited"; PropertyChanges { note { x: 262; opacity: 1 } } },
            State { name: "jammed-safe"; PropertyChanges { note { x: 236; rotation: 13; opacity: 1 } } },
            State { name: "jammed-unsafe"; PropertyChanges { note { x: 112; rotation: -13; opacity: 1 } } }
        ]
        transitions: [
            Transition {
                to: "none"
                SequentialAnimation {
                    NumberAnimation { target: note; property: "opacity"; duration: Theme.reveal }
                    PropertyAction { target: note; properties: "x,y,rotation" }
                }
            },
            Transition { NumberAnimation { target: note; properties: "x,y,rotation,opacity"; duration: Theme.travel; easing.type: Easing.OutCubic } }
        ]
    }
}
