pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Digits as on a telephone. `clears` is what the lower left key is called.
Grid {
    id: pad

    signal digitPressed(digit: string)
    signal clearPressed()
    signal deletePressed()

    columns: 3
    spacing: 14
    width: 968

    component PadKey: Key {
        width: (pad.width - 2 * pad.spacing) / 3
        height: 116
    }

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        PadKey {
            id: digit
            required property string modelData
            text: modelData
            contentItem: KeyWords { text: digit.text; size: 60; line: 72 }
            onClicked: pad.digitPressed(text)
        }
    }
    PadKey {
        id: clear
        text: qsTr("清空")
        fill: Theme.sunk
        contentItem: KeyWords { text: clear.text; size: 38; line: 48 }
        onClicked: pad.clearPressed()
    }
    PadKey {
        id: zero
        text: "0"
        contentItem: KeyWords { text: zero.text; size: 60; line: 72 }
        onClicked: pad.digitPressed(text)
    }
    PadKey {
        text: qsTr("删除")
        fill: Theme.sunk
        contentItem: Item { Icon { anchors.centerIn: parent; name: "backspace"; size: 60 } }
        onClicked: pad.deletePressed()
    }
}
