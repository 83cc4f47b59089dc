pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property HallDownModel model

    deskTop: 776
    wall: [
        DarkPanes { id: art; y: 36 },
        Title { id: title; y: art.y + art.height + 48; width: 968; text: qsTr("现在连不上中心") },
        Body { id: why; y: title.y + title.height + 14; width: 968; text: page.model.why },
        WaitLine { y: why.y + why.height + 30; visible: text !== ""; text: page.model.waiting },
        IconLine { y: why.y + why.height + 30; visible: page.model.waiting === ""; iconName: "shield-check"; iconColor: Theme.good; iconSize: 46; size: 38; weight: 500; text: qsTr("在这里付过的钱都已存好，一连上就入账。") }
    ]
    desk: [
        Heading { id: now; text: qsTr("现在还能办") },
        Rule { id: rule; y: now.height + 14 },
        Column {
            y: rule.y + 3
            ListRow { visible: page.model.outages !== ""; implicitHeight: 128; leads: false; iconName: "circle-check"; iconColor: Theme.good; text: qsTr("首页看停电信息"); sub: page.model.outages; subSize: 30 }
            ListRow { implicitHeight: 128; leads: false; iconName: "circle-check"; iconColor: Theme.good; text: qsTr("急事打电话 %1").arg(page.model.hotline); sub: qsTr("24 小时有人"); subSize: 30 }
            ListRow { implicitHeight: 128; leads: false; iconName: "circle-x"; iconColor: Theme.inkOff; strong: false; text: qsTr("查账单、付现金"); sub: qsTr("查不到账单，怕收错；等线路恢复"); subSize: 30 }
        }
    ]
    acts: [
        PrimaryKey { visible: page.model.mayRetry; leadIcon: "refresh"; text: qsTr("再试一次"); onClicked: page.model.retry() },
        WaitKey { visible: !page.model.mayRetry; text: page.model.nextStep },
        BackKey { text: page.model.back; onClicked: page.model.goBack() }
    ]
}
