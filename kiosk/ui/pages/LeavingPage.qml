pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property LeavingModel model

    step: 2
    deskTop: 800
    wall: [
        Title { id: title; width: 968; text: page.model.title },
        Body { id: what; y: title.height + 10; width: 968; text: page.model.text },
        SafeMoneyBand { y: what.y + what.height + 36; text: page.model.safe; more: page.model.safeMore }
    ]
    desk: [
        Label { id: heading; text: page.model.heading; font.weight: 700 },
        Rule { id: rule; y: heading.height + 12 },
        Column {
            y: rule.y + 3

            Repeater {
                model: page.model.rows

                Item {
                    id: row
                    required property string text
                    required property string sub
                    required property string amount
                    width: 968
                    height: 136
                    Column {
                        anchors { left: parent.left; right: sum.left; rightMargin: 20; verticalCenter: parent.verticalCenter }
                        Label { width: parent.width; text: row.text; size: 44 }
                        Caption { width: parent.width; visible: text !== ""; text: row.sub; color: Theme.ink2 }
                    }
                    AmountText { id: sum; anchors { right: parent.right; verticalCenter: parent.verticalCenter } visible: row.amount !== ""; amount: row.amount; size: 58; line: 64 }
                    Rule { hair: true; anchors.bottom: parent.bottom }
                }
            }
        }
    ]
    acts: [
        PrimaryKey { text: page.model.stay; onClicked: page.model.stayHere() },
        BackKey { leadIcon: ""; visible: page.model.mayLeave; text: page.model.leave; onClicked: page.model.leaveNow() }
    ]
}
