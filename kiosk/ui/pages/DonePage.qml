pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property DoneModel model

    step: 3
    light: model.proofNumber !== "" ? LightPanes.Full : LightPanes.Off
    deskTop: 808
    wall: [
        Icon { id: tick; y: 10; visible: page.model.awaited === ""; name: "filled/circle-check"; color: Theme.good; size: 68 },
        Icon { y: 10; visible: page.model.awaited !== ""; name: "clock"; color: Theme.note; size: 68 },
        Title { id: title; x: tick.width + 20; width: 880; text: page.model.title },
        AmountText { id: amount; x: -6; y: title.height + 40; amount: page.model.amount },
        Column {
            y: amount.y + amount.height + 42
            width: 620

            Repeater {
                model: page.model.rows

                Item {
                    id: row
                    required property string text
                    required property string amount
                    required property bool strong
                    width: 620
                    height: Math.max(56, name.height)
                    Body { id: name; width: 460; text: row.text; color: row.strong ? Theme.ink : Theme.ink2; font.weight: row.strong ? 700 : 400; lineHeight: 44 }
                    Body { anchors.right: parent.right; text: row.amount; font.weight: row.strong ? 700 : 500; wrapMode: Text.NoWrap }
                }
            }
        }
    ]
    desk: [
        Heading { id: heading; visible: proof.visible; text: qsTr("您的收据") },
        FactRow { visible: !proof.visible; text: qsTr("放钞票的时间"); sub: qsTr("打电话时报这个时间"); value: page.model.proofWhen },
        ProofSheet {
            id: proof
            visible: page.model.proofNumber !== ""
            y: heading.height + 20
            text: qsTr("收据号，扫码或记下来")
            number: page.model.proofNumber
            more: page.model.proofWhen + "\n" + page.model.proofUse
            code: page.model.proofCode
        },
        SlipLine {
            id: slip
            visible: proof.visible
            y: proof.y + proof.height + 12
            text: page.model.slip
            printed: page.model.slipPrinted
            failed: page.model.slipFailed
            mayPrintAgain: page.model.mayPrintAgain
            onPrintAgain: page.model.printAgain()
        },
        Column {
            y: proof.visible ? slip.y + slip.height + 28 : 160
            spacing: 16
            NoticeBand { visible: text !== ""; text: page.model.awaited; size: 34 }
            IconLine { visible: text !== ""; iconName: "help-circle"; text: page.model.claim; weight: 500 }
            IconLine { visible: text !== ""; iconName: "clock"; iconColor: Theme.ink2; text: page.model.countdown }
        }
    ]
    acts: [
        PrimaryKey { text: qsTr("办完了，回首页"); onClicked: page.model.finish() },
        BackKey { leadIcon: ""; text: qsTr("再办一件"); onClicked: page.model.another() }
    ]
}
