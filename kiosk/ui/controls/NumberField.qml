import QtQuick
import "../theme"

// What has been typed on the pad, in groups, and what is still missing. `wrong` says in words what is not right.
Item {
    id: field

    property string digits: ""
    property string missing: ""
    property string wrong: ""

    width: 968
    implicitHeight: 136
    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("按的号码")
    Accessible.description: wrong === "" ? missing : wrong
    Accessible.readOnly: true

    KeyFace { anchors.fill: parent; ringed: true; visible: field.wrong === "" }
    KeyFace { anchors.fill: parent; edge: Theme.bad; stroke: 6; visible: field.wrong !== "" }

    Words {
        id: number
        x: 31
        anchors.verticalCenter: parent.verticalCenter
        text: field.digits
        size: 88
        line: 100
        wrapMode: Text.NoWrap
        font { weight: 500; letterSpacing: 0.02 * size }
    }
    Rectangle {
        x: number.x + (field.digits === "" ? 0 : number.width + 6)
        anchors.verticalCenter: parent.verticalCenter
        width: 4
        height: 101
        color: Theme.ink
    }
    Words {
        anchors { right: parent.right; rightMargin: 31; verticalCenter: parent.verticalCenter }
        width: Math.min(Math.ceil(implicitWidth), field.width - number.x - number.width - 80)
        text: field.wrong === "" ? field.missing : field.wrong
        size: 34
        line: 44
        color: field.wrong === "" ? Theme.ink2 : Theme.bad
        font.weight: field.wrong === "" ? 400 : 500
        horizontalAlignment: Text.AlignRight
    }
}
