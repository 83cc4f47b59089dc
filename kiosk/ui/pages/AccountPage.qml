pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property AccountModel model

    step: 1
    light: LightPanes.Inner

    component Fact: Column {
        property string name
        property string value
        Caption { text: parent.name; color: Theme.ink2 }
        Body { text: parent.value; font.weight: 500 }
    }

    wall: [
        Body { width: 968; text: page.model.headline; color: Theme.ink2; Accessible.role: Accessible.Heading },
        AmountText { id: amount; x: -6; y: 60; visible: page.model.amount !== ""; amount: page.model.amount },
        Title { x: -4; y: 70; visible: page.model.nothingDue; text: qsTr("不用缴"); size: 150; line: 158 },
        Rectangle { y: 84; width: 440; height: 128; visible: page.model.amount === "" && !page.model.nothingDue; color: Theme.sunk },
        Row {
            y: 290
            spacing: 64
            Fact { name: qsTr("户名"); value: page.model.name }
            Fact { name: qsTr("用电地址"); value: page.model.town }
        },
        IconLine { y: 410; visible: text !== "" && page.model.waiting === ""; text: page.model.order },
        IconLine { y: 466; visible: text !== "" && page.model.waiting === ""; iconName: "printer-off"; iconColor: Theme.bad; weight: 500; text: page.model.paper },
        WaitLine { y: 416; visible: text !== ""; text: page.model.waiting }
    ]
    desk: [
        Rule {},
        Column {
            id: months
            y: 3

            Repeater {
                model: page.model.months

                TickRow {
                    id: month
                    required property string key
                    required text
                    required sub
                    required amount
                    required warning
                    required property bool chosen
                    checked: chosen
                    onClicked: page.model.toggle(key)
                }
            }
        },
        Row {
            id: pager
            y: months.y + months.height + 16
            visible: page.model.more !== "" || page.model.fewer !== ""
            height: visible ? 120 : 0
            spacing: 20
            PlainKey { visible: page.model.fewer !== ""; width: visible ? (page.model.more === "" ? 968 : 474) : 0; implicitHeight: 120; leadIcon: "chevron-up"; text: page.model.fewer; onClicked: page.model.seeFewer() }
            PlainKey { visible: page.model.more !== ""; width: visible ? (page.model.fewer === "" ? 968 : 474) : 0; implicitHeight: 120; leadIcon: "chevron-down"; text: page.model.more; onClicked: page.model.seeMore() }
        },
        Column {
            y: 3
            visible: page.model.nothingDue
            ListRow { implicitHeight: 148; iconName: "home-bolt"; text: qsTr("查另一户"); sub: qsTr("按那一户的户号"); onClicked: page.model.another() }
            ListRow { implicitHeight: 148; leads: false; iconName: "phone"; text: qsTr("觉得不对，打电话 %1").arg(page.shell.hotline); sub: qsTr("24 小时有人") }
        },
        Column {
            y: pager.y + pager.height + (pager.visible ? 0 : 28)
            visible: !page.model.nothingDue
            Label { visible: !pager.visible; text: qsTr("付现金"); font.weight: 700; bottomPadding: 10 }
            Rule { visible: !pager.visible }
            ListRow { implicitHeight: 140; leads: false; ruled: page.model.rowsFree > 1; iconName: "cash"; text: page.model.cash; sub: page.model.cashMore }
            ListRow { visible: page.model.rowsFree > 1; implicitHeight: 140; leads: false; ruled: page.model.rowsFree > 2; iconName: "shield-check"; iconColor: Theme.good; text: qsTr("每一张都先记账"); sub: qsTr("中途停电也不会丢；够了，入钞口自己关上") }
            ListRow { visible: page.model.rowsFree > 2; implicitHeight: 140; leads: false; ruled: false; iconName: "receipt-yuan"; text: qsTr("付完给收据"); sub: qsTr("带签名的码和收据号，没有纸也能拿") }
        }
    ]
    acts: [
        PrimaryKey { visible: page.model.mayPay; text: page.model.pay; tailIcon: "arrow-right"; onClicked: page.model.payNow() },
        PrimaryKey { visible: page.model.mayRetry; leadIcon: "refresh"; text: qsTr("再算一次"); onClicked: page.model.retry() },
        PrimaryKey { visible: page.model.nothingDue; text: qsTr("好了，回首页"); onClicked: page.model.goHome() },
        WaitKey { visible: !page.model.mayPay && !page.model.mayRetry && !page.model.nothingDue; text: page.model.nextStep },
        BackKey { onClicked: page.model.goBack() }
    ]
}
