pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import kiosk.ui.models

Page {
    id: page

    required property CashModel model

    step: 2
    deskTop: 800
    wall: [
        Title { id: title; width: 968; text: page.model.title },
        DeviceGuide {
            id: guide
            y: title.height + 26
            visible: !page.model.closing
            text: qsTr("一张一张放，展平")
            more: qsTr("不分正反面")
            slotPlace: qsTr("屏幕右下方，绿灯亮处")
        },
        NoticeBand { y: 552 - height; visible: !page.model.closing; text: qsTr("不找零，多的存进户里，下月抵电费。"); more: page.model.ruleMore },
        WaitLine { y: title.height + 30; visible: page.model.closing; text: page.model.enough },
        SafeMoneyBand { y: title.height + 166; visible: page.model.closing; text: page.model.safe; more: qsTr("停电、关机都不会丢。") }
    ]
    desk: [
        CashTotals { id: totals; model: page.model },
        NoteTray { id: tray; y: totals.height + 28; counts: page.model.counts },
        Body { id: enough; y: tray.y + tray.height + 24; width: 968; visible: !page.model.closing; text: page.model.enough; font.weight: 500 },
        Body { id: stopping; y: enough.y + enough.height + 6; width: 968; text: page.model.stopping },
        PlainKey {
            y: Math.min(stopping.y + stopping.height + 26, 828 - height - 24)
            width: 968
            visible: page.model.mayStop
            leadIcon: "hand-stop"
            text: page.model.stop
            onClicked: page.model.stopHere()
        }
    ]
    acts: [
        WaitKey { way: page.model.waitsForNote ? Chevrons.Slot : Chevrons.Up; text: page.model.nextStep },
        BackKey { visible: page.model.mayGoBack; onClicked: page.model.goBack() }
    ]
}
