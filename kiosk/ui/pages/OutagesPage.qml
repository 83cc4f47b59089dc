pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property OutagesModel model

    light: LightPanes.Inner
    wall: [
        Title { width: 968; text: qsTr("哪里停电，几点来电？") },
        Body { id: hint; y: 98; width: 968; text: qsTr("只有自己家没电，多半是家里跳闸。"); color: Theme.ink2 },
        Rule { id: rule; y: 196 },
        Repeater {
            model: [qsTr("看一眼电表：屏幕黑着，才是没有电送到您家"), qsTr("看配电箱：哪个开关跳下来了，拔掉新插的电器"), qsTr("再推上去；还跳，就别再推，打电话")]

            Item {
                id: check
                required property string modelData
                required property int index
                y: rule.y + 3 + index * 112
                width: 968
                height: 112
                Slanted { x: 8; anchors.verticalCenter: parent.verticalCenter; width: 22; height: 44; fill: Theme.surface; edge: Theme.edge; stroke: Theme.strokeControl }
                Body { x: 58; width: parent.width - 58; anchors.verticalCenter: parent.verticalCenter; text: check.modelData }
                Rule { hair: true; width: parent.width; anchors.bottom: parent.bottom; visible: check.index < 2 }
            }
        }
    ]
    desk: [
        Words { id: line; width: 968; text: page.model.line; size: Theme.labelSize; line: 56; font.weight: 700 },
        Rule { y: 62 },
        Column {
            id: rows
            y: 65

            Repeater {
                model: page.model.rows

                Item {
                    id: row
                    required property bool fault
                    required property string where
                    required property string why
                    required property string since
                    required property string backDay
                    required property string back
                    width: 968
                    height: 192

                    OutageMark { x: 10; anchors.verticalCenter: parent.verticalCenter; width: 30; height: 96; fault: row.fault }
                    Column {
                        anchors { left: parent.left; leftMargin: 70; right: expected.left; rightMargin: 24; verticalCenter: parent.verticalCenter }
                        Label { width: parent.width; text: row.where; font.weight: 700 }
                        Words { width: parent.width; text: row.why; size: 34; line: 44 }
                        Caption { width: parent.width; text: row.since; color: Theme.ink2; line: 38 }
                    }
                    Column {
                        id: expected
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        Caption { anchors.right: parent.right; text: row.backDay; color: Theme.ink2; wrapMode: Text.NoWrap }
                        Words {
                            anchors.right: parent.right
                            visible: text !== ""
                            text: row.back
                            size: 68
                            line: 76
                            font { weight: 500; letterSpacing: -0.015 * size }
                            wrapMode: Text.NoWrap
                        }
                    }
                    Rule { hair: true; width: parent.width; anchors.bottom: parent.bottom }
                }
            }
        },
        Row {
            y: rows.y + rows.height + 24
            spacing: 20
            PlainKey { visible: page.model.earlier !== ""; width: page.model.later === "" ? 968 : 474; leadIcon: "chevron-up"; text: page.model.earlier; onClicked: page.model.seeEarlier() }
            PlainKey { visible: page.model.later !== ""; width: page.model.earlier === "" ? 968 : 474; leadIcon: "chevron-down"; text: page.model.later; onClicked: page.model.seeLater() }
        }
    ]
    acts: [ PrimaryKey { text: qsTr("看完了，回首页"); onClicked: page.model.goHome() } ]
}
