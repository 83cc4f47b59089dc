import QtQuick
import "../theme"

// A month's bill with its tick: what is ticked is paid.
Key {
    id: row

    property string sub: ""
    property string amount: ""
    property string warning: ""

    width: 968
    implicitHeight: 136
    checkable: false
    stroke: 0
    fill: "transparent"
    radius: 0
    leftInset: -12
    rightInset: -12
    topInset: 8
    bottomInset: 8
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.name: [text, sub, "¥" + amount, warning].filter(part => part !== "").join(", ")
    contentItem: Item {
        Rectangle {
            id: box
            anchors.verticalCenter: parent.verticalCenter
            width: 56
            height: 56
            radius: 6
            color: row.checked ? Theme.ink : Theme.surface
            border { width: Theme.strokeControl; color: row.checked ? Theme.ink : Theme.edge }
            Icon { anchors.centerIn: parent; visible: row.checked; name: "check"; color: Theme.surface; stroke: 3; size: 44 }
        }
        Column {
            anchors { left: box.right; leftMargin: 28; right: sum.left; rightMargin: 20; verticalCenter: parent.verticalCenter }
            Label { width: parent.width; text: row.text; size: 44; Accessible.ignored: true }
            Caption { width: parent.width; visible: text !== ""; text: row.sub; color: Theme.ink2; Accessible.ignored: true }
        }
        Column {
            id: sum
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            AmountText { anchors.right: parent.right; amount: row.amount; size: 58; line: 64; Accessible.ignored: true }
            Caption { anchors.right: parent.right; visible: text !== ""; text: row.warning; color: Theme.bad; Accessible.ignored: true }
        }
    }

    Rule { anchors.bottom: parent.bottom; width: parent.width; hair: true }
}
