pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property JamModel model

    step: model.finished ? 3 : 2
    deskTop: 800
    wall: [
        Title { id: title; width: 968; text: page.model.title },
        Body { id: blame; y: title.height + 10; width: 968; text: page.model.text },
        SafeMoneyBand { id: safe; y: blame.y + blame.height + 36; text: page.model.safe; more: page.model.safeMore },
        Row {
            y: safe.y + safe.height + 18
            height: 104
            visible: page.model.counted
            Body { anchors.verticalCenter: parent.verticalCenter; width: 150; text: qsTr("数过的"); color: Theme.ink2 }
            NoteTray { anchors.verticalCenter: parent.verticalCenter; width: 818; noteWidth: 112; ruled: false; counts: page.model.counts }
        }
    ]
    desk: [
        Rule {},
        Column {
            y: 3
            ListRow {
                implicitHeight: 160
                visible: page.model.proofNumber === ""
                leads: false
                iconName: "help-circle"
                iconColor: Theme.note
                text: qsTr("没数清的那一张")
                sub: qsTr("开箱对账，是您的就补记到户里或退给您。")
            }
            FactRow { visible: value !== ""; implicitHeight: 136; text: qsTr("登记编号"); sub: qsTr("没数清的那一张，查问时报这个号"); value: page.model.claimNumber; valueSize: 96 }
            FactRow { visible: page.model.claimNumber !== ""; text: qsTr("最晚什么时候有答复"); sub: qsTr("开箱、双人清点，是您的就补记或退还"); value: page.model.answerDue }
            Item { width: 968; height: 20; visible: page.model.proofNumber !== "" }
            ProofSheet {
                visible: page.model.proofNumber !== ""
                text: qsTr("收据号，扫码或记下来")
                number: page.model.proofNumber
                more: page.model.proofWhen
                code: page.model.proofCode
            }
            SlipLine {
                visible: page.model.finished
                text: page.model.slip
                sub: page.model.slipMore
                printed: page.model.slipPrinted
                failed: page.model.slipFailed
                mayPrintAgain: page.model.mayPrintAgain
                onPrintAgain: page.model.printAgain()
            }
            Item { width: 968; height: 16 }
            IconLine { visible: text !== "" && page.model.finished; iconName: "clock"; iconColor: Theme.ink2; text: page.model.countdown }
            WaitLine { visible: !page.model.finished; text: page.model.waiting }
        }
    ]
    acts: [
        PrimaryKey { visible: page.model.finished; text: qsTr("办完了，回首页"); onClicked: page.model.finish() },
        WaitKey { visible: !page.model.finished; text: qsTr("请等一下") },
        BackKey { visible: page.model.finished; leadIcon: ""; text: qsTr("再办一件"); onClicked: page.model.another() }
    ]
}
