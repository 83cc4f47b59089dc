pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property RestartedModel model

    deskTop: 800
    wall: [
        Title { id: title; width: 968; text: qsTr("机器刚才重新启动过") },
        Body { id: sub; y: title.height + 10; width: 968; text: qsTr("重启以前放进来的钱，一分不少：") },
        AmountText { id: amount; x: -6; y: sub.y + sub.height + 24; amount: page.model.amount },
        IconLine { y: amount.y + amount.height + 24; iconName: "shield-check"; iconColor: Theme.good; size: 38; weight: 500; iconSize: 46; text: page.model.booked }
    ]
    desk: [
        Rule {},
        Column {
            y: 3
            FactRow { text: qsTr("户号"); sub: qsTr("只有户主认得出"); value: page.model.account; valueSize: 56 }
            FactRow { text: qsTr("收据号"); sub: page.model.when; value: page.model.receiptNumber; valueSize: 96; implicitHeight: 148 }
            FactRow { text: qsTr("有疑问，打电话"); value: page.model.hotline; valueSize: 56 }
            SlipLine { text: page.model.slip }
        },
        Column {
            y: 560
            spacing: 16
            IconLine { visible: text !== ""; iconName: "help-circle"; text: page.model.claim; weight: 500 }
            IconLine { iconName: "clock"; iconColor: Theme.ink2; text: page.model.countdown }
        }
    ]
    acts: [ PrimaryKey { text: qsTr("知道了，回首页"); onClicked: page.model.finish() } ]
}
