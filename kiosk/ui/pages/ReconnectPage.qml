pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property ReconnectModel model

    step: 3
    light: LightPanes.Full
    deskTop: 800
    wall: [
        Icon { id: tick; y: 10; name: "filled/circle-check"; color: Theme.good; size: 68 },
        Title { id: title; x: tick.width + 20; width: 880; text: qsTr("缴清了，送电单已派") },
        Body { id: until; y: title.height + 34; text: qsTr("最晚送电") },
        Words { id: promised; x: -6; y: until.y + until.height; width: 968; text: page.model.promised; size: text.length > 9 ? 104 : 150; line: 158; font { weight: 500; letterSpacing: -0.015 * size } wrapMode: Text.NoWrap },
        Column {
            y: promised.y + 172
            width: 800
            Body { width: parent.width; text: page.model.ordered }
            Body { width: parent.width; text: page.model.late }
        }
    ]
    desk: [
        ProofSheet {
            id: proof
            text: qsTr("送电单号，记下来")
            number: page.model.orderNumber
            more: page.model.paid + "\n" + page.model.receipt
            code: page.model.code
        },
        SlipLine {
            id: slip
            y: proof.height
            text: page.model.slip
            printed: page.model.slipPrinted
            failed: page.model.slipFailed
            mayPrintAgain: page.model.mayPrintAgain
            onPrintAgain: page.model.printAgain()
        },
        ListRow {
            id: athome
            y: slip.y + slip.height
            implicitHeight: 136
            leads: false
            iconName: "bolt"
            text: qsTr("您在家按一下电表")
            sub: qsTr("电表显示「可合闸」时，按住表上的键 3 秒")
        },
        Column {
            y: athome.y + athome.height + 24
            spacing: 16
            IconLine { iconName: "alert-triangle"; iconColor: Theme.bad; text: qsTr("送电前把电炉、电熨斗、电热毯都关掉，插头拔了。") }
            IconLine { visible: text !== ""; iconName: "help-circle"; text: page.model.claim; weight: 500 }
            IconLine { visible: text !== ""; iconName: "clock"; iconColor: Theme.ink2; text: page.model.countdown }
        }
    ]
    acts: [
        PrimaryKey { text: qsTr("办完了，回首页"); onClicked: page.model.finish() },
        BackKey { leadIcon: ""; text: qsTr("再办一件"); onClicked: page.model.another() }
    ]
}
