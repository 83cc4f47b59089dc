pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property JamModel model

    step: 2
    deskTop: 800
    wall: [
        Title { id: title; width: 968; text: qsTr("入钞口卡住了") },
        Body { id: blame; y: title.height + 10; width: 968; text: qsTr("不是您的错。请别用手或东西去掏。") },
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
                implicitHeight: 172
                leads: false
                iconName: "help-circle"
                iconColor: Theme.note
                text: qsTr("卡住的那一张，还没数清")
                sub: qsTr("开箱对账，是您的就补记到户里或退给您。")
            }
            FactRow { implicitHeight: 148; text: qsTr("登记编号"); sub: qsTr("查问时报这个号"); value: page.model.claimNumber; valueSize: 96 }
            FactRow { text: qsTr("最晚什么时候有答复"); sub: qsTr("维护人员开箱、双人清点之后"); value: page.model.answerDue }
            FactRow { text: qsTr("等不及，打电话"); value: page.model.hotline; valueSize: 56 }
        }
    ]
    acts: [
        PrimaryKey { visible: page.model.mayStop; text: page.model.stop; onClicked: page.model.stopHere() },
        WaitKey { visible: !page.model.mayStop; text: page.model.nextStep }
    ]
}
