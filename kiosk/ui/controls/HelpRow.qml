import QtQuick
import kiosk.ui.models

// The counter's second row: six places that never move, change order or lose a key.
Row {
    id: row

    required property ShellModel shell
    readonly property string notYet: qsTr("还没有开通")
    readonly property string byTelephone: qsTr("这台终端还没有开通。要帮忙，打这个电话，24 小时有人接。")

    width: 968
    height: 100

    HelpKey { iconName: "home"; text: qsTr("首页"); here: row.shell.here; onClicked: row.shell.home() }
    HelpKey { iconName: "text-size"; text: qsTr("长者模式"); unavailable: row.notYet; onClicked: row.shell.tellNumber(text, row.byTelephone) }
    HelpKey { iconName: "language"; text: row.shell.otherLanguage; onClicked: row.shell.changeLanguage() }
    HelpKey { iconName: "volume"; text: qsTr("朗读"); unavailable: row.notYet; onClicked: row.shell.tellNumber(text, row.byTelephone) }
    HelpKey { iconName: "contrast"; text: qsTr("高对比"); unavailable: row.notYet; onClicked: row.shell.tellNumber(text, row.byTelephone) }
    PersonKey {
        text: qsTr("打 %1").arg(row.shell.hotline)
        Accessible.name: qsTr("找真人帮忙，打 %1").arg(row.shell.hotline)
        onClicked: row.shell.tellNumber(qsTr("找真人帮忙，打电话"), qsTr("24 小时有人接。这台终端还不能接视频坐席。"))
    }
}
