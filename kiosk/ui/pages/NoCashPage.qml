pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import kiosk.ui.models

Page {
    id: page

    required property NoCashModel model

    step: 2
    deskTop: 800
    wall: [
        Title { id: title; width: 968; text: page.model.title },
        Body { id: reason; y: title.height + 10; width: 968; text: page.model.reason },
        SafeMoneyBand { y: reason.y + reason.height + 36; text: qsTr("还没有收您的钱"); more: qsTr("选好的月份还在，好了接着缴。") }
    ]
    desk: [
        Label { id: meanwhile; text: qsTr("可以这样办"); font.weight: 700 },
        Rule { id: rule; y: meanwhile.height + 12 },
        Column {
            y: rule.y + 3
            ListRow { visible: page.model.mayWait; implicitHeight: 148; leads: false; iconName: "clock"; text: qsTr("等一等"); sub: qsTr("恢复了，下面的键会亮") }
            ListRow { visible: !page.model.mayGoOn; implicitHeight: 148; leads: false; iconName: "building-community"; text: qsTr("到别的网点缴"); sub: qsTr("户号一样能用，账单不会变") }
            FactRow { text: qsTr("问一声，打电话"); value: page.model.hotline; valueSize: 56 }
        }
    ]
    acts: [
        PrimaryKey { visible: page.model.mayGoOn; text: qsTr("接着付现金"); tailIcon: "arrow-right"; onClicked: page.model.goOn() },
        PrimaryKey { visible: !page.model.mayGoOn; text: qsTr("回首页"); onClicked: page.model.goHome() },
        BackKey { onClicked: page.model.goBack() }
    ]
}
