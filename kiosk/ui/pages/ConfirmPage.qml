pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property ConfirmModel model

    step: 0
    light: LightPanes.Landing
    landingX: 720
    deskTop: 800

    component Fact: Row {
        property string name
        property string value
        height: 96
        spacing: 40
        Body { anchors.verticalCenter: parent.verticalCenter; width: 210; text: parent.name; color: Theme.ink2 }
        Words { anchors.verticalCenter: parent.verticalCenter; width: 718; text: parent.value; size: 64; line: 84; font.weight: 700 }
    }

    wall: [
        Title { id: question; width: 968; text: qsTr("是这一户吗？") },
        Body { id: typed; y: question.height + 10; width: 968; text: qsTr("您按的户号"); color: Theme.ink2 },
        AccountText { id: number; x: -6; y: typed.y + 58; text: page.model.number },
        Fact { id: name; y: number.y + 172; name: qsTr("户名"); value: page.model.name },
        Fact { y: name.y + 96; name: qsTr("用电地址"); value: page.model.town }
    ]
    desk: [
        IconLine { id: partly; text: qsTr("名字和地址只露一部分，别人按您的户号也一样。") },
        Label { id: unlike; y: partly.height + 26; text: qsTr("不太像？"); font.weight: 700 },
        Rule { id: rule; y: unlike.y + 64 },
        Column {
            y: rule.y + 3
            ListRow { implicitHeight: 140; leads: false; iconName: "user-question"; text: qsTr("名字是以前的房主"); sub: qsTr("可以照样缴，记到这一户") }
            ListRow { implicitHeight: 140; leads: false; iconName: "gift"; text: qsTr("替别人缴"); sub: qsTr("可以，对方只看到缴了多少，看不到是谁缴的") }
            ListRow { implicitHeight: 140; leads: false; iconName: "backspace"; text: qsTr("按错了一位"); sub: qsTr("点左下角「不是」，接着改，不用从头按") }
            ListRow { implicitHeight: 140; leads: false; ruled: false; iconName: "help-circle"; text: qsTr("都不是，我不知道户号"); sub: page.model.askHotline }
        }
    ]
    acts: [
        PrimaryKey { text: qsTr("是，看账单"); tailIcon: "arrow-right"; onClicked: page.model.confirm() },
        BackKey { leadIcon: "x"; text: qsTr("不是"); onClicked: page.model.goBack() }
    ]
}
