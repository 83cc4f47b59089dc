import QtQuick
import "../theme"

// A row of a list on its hairline: what it is, and a line under it. It is touched when it leads somewhere (`leads`).
Key {
    id: row

    property string iconName: ""
    property string sub: ""
    property int subSize: Theme.bodySize
    property bool leads: true
    property bool strong: true
    property color iconColor: off ? Theme.inkOff : Theme.ink
    property bool ruled: true

    width: 968
    implicitHeight: Math.max(112, words.implicitHeight + 40)
    stroke: 0
    radius: 0
    leftInset: -12
    rightInset: -12
    topInset: 8
    bottomInset: 8
    fill: "transparent"
    enabled: leads
    opacity: 1
    focusPolicy: leads ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: leads ? Accessible.Button : Accessible.StaticText
    Accessible.name: sub === "" ? text : text + ", " + sub
    contentItem: Item {
        implicitHeight: words.implicitHeight
        Icon { id: sign; visible: row.iconName !== ""; anchors.verticalCenter: parent.verticalCenter; name: row.iconName; color: row.iconColor; size: 60 }
        Column {
            id: words
            anchors {
                left: row.iconName === "" ? parent.left : sign.right
                leftMargin: row.iconName === "" ? 0 : 28
                right: row.leads ? chevron.left : parent.right
                rightMargin: row.leads ? 16 : 0
                verticalCenter: parent.verticalCenter
            }
            Label { width: parent.width; text: row.text; color: row.ink; font.weight: row.strong ? 700 : 400; Accessible.ignored: true }
            Words {
                width: parent.width
                visible: text !== ""
                text: row.off ? row.unavailable : row.sub
                size: row.subSize
                line: Math.round(row.subSize * 1.3)
                color: row.off ? Theme.bad : Theme.ink2
                Accessible.ignored: true
            }
        }
        Icon { id: chevron; visible: row.leads; anchors { right: parent.right; verticalCenter: parent.verticalCenter } name: "chevron-right"; color: row.ink; size: 48 }
    }

    Rule { visible: row.ruled; hair: true; width: parent.width; anchors.bottom: parent.bottom }
}
