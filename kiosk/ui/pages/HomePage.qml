pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property HomeModel model
    readonly property string notYet: qsTr("还没有开通")
    readonly property string byTelephone: qsTr("这台终端还没有开通。要办，打这个电话，24 小时有人接。")

    light: model.payUnavailable === "" ? LightPanes.Home : LightPanes.Off
    deskTop: 790

    wall: [
        Words {
            x: -10
            y: 10
            text: page.shell.clock
            size: Theme.clockSize
            line: Theme.clockLine
            font { weight: 500; letterSpacing: -0.035 * size }
            renderType: Text.CurveRendering
            wrapMode: Text.NoWrap
        },
        Heading { y: 264; width: 968; text: page.model.line; font.weight: 500; Accessible.role: Accessible.Heading },
        Words { id: today; y: 412; width: 968; text: page.model.outagesTitle; size: 36; line: 52; font.weight: 700 },
        Column {
            y: today.y + 58
            Repeater {
                model: page.model.outages

                Row {
                    id: outage
                    required property bool fault
                    required property string where
                    required property string what
                    height: 64
                    spacing: 22

                    OutageMark { anchors.verticalCenter: parent.verticalCenter; fault: outage.fault }
                    Body { anchors.verticalCenter: parent.verticalCenter; text: outage.where; font.weight: 500; wrapMode: Text.NoWrap }
                    Body { anchors.verticalCenter: parent.verticalCenter; text: outage.what; color: Theme.ink2; wrapMode: Text.NoWrap }
                }
            }
        }
    ]

    desk: [
        HeroSlab {
            id: hero
            iconName: "receipt-yuan"
            text: qsTr("查电费、缴费")
            sub: qsTr("按户号，收现金")
            unavailable: page.model.payUnavailable
            onClicked: page.model.pay()
        },
        Grid {
            id: directory
            y: hero.height + 14
            columns: 2
            columnSpacing: 56

            DirectoryEntry { iconName: "bulb-off"; text: qsTr("停电信息"); sub: qsTr("公告的停电，几点来电"); onClicked: page.model.seeOutages() }
            DirectoryEntry { iconName: "tool"; text: qsTr("报修"); unavailable: page.notYet; onClicked: page.shell.tellNumber(text, page.byTelephone) }
            DirectoryEntry { iconName: "clipboard-text"; text: qsTr("办业务"); unavailable: page.notYet; onClicked: page.shell.tellNumber(text, page.byTelephone) }
            DirectoryEntry { iconName: "route"; text: qsTr("进度、投诉"); unavailable: page.notYet; onClicked: page.shell.tellNumber(text, page.byTelephone) }
            DirectoryEntry { iconName: "book"; text: qsTr("用电百科"); unavailable: page.notYet; onClicked: page.shell.tellNumber(text, page.byTelephone) }
            DirectoryEntry { iconName: "building-community"; text: qsTr("电价与网点"); unavailable: page.notYet; onClicked: page.shell.tellNumber(text, page.byTelephone) }
        },
        UrgentRow {
            id: urgent
            y: directory.y + directory.height + 22
            text: qsTr("电力求助")
            sub: qsTr("有人受困、靠设备维生，打电话")
            onClicked: page.shell.tellNumber(text, qsTr("24 小时有人接，急事优先。有人触电先打 120，着火先打 119。"))
        },
        StatusStrip { y: (urgent.y + urgent.height + page.counterTop - page.deskTop - height) / 2; services: page.model.services }
    ]
}
