import QtQuick
import "../theme"

// A fact with its value at the right, on a hairline.
Item {
    id: row

    property string text
    property string sub: ""
    property string value
    property int valueSize: 42
    property int valueWeight: 500

    width: 968
    implicitHeight: sub === "" ? 104 : 124

    Column {
        anchors { left: parent.left; right: value.left; rightMargin: 28; verticalCenter: parent.verticalCenter }
        Label { width: parent.width; text: row.text; font.weight: 400 }
        Caption { width: parent.width; visible: text !== ""; text: row.sub; color: Theme.ink2 }
    }
    Words {
        id: value
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Math.min(Math.ceil(implicitWidth), 620)
        text: row.value
        size: row.valueSize
        line: Math.round(row.valueSize * 1.2)
        font.weight: row.valueWeight
        horizontalAlignment: Text.AlignRight
    }
    Rule { anchors.bottom: parent.bottom; hair: true; width: parent.width }
}
