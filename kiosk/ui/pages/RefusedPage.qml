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
            y: title.height + 24
            act: DeviceGuide.TakeBack
            noteValue: ""
            text: qsTr("请先取走这张")
            more: page.model.reason
        },
        NoticeBand { y: 552 - height; tone: NoticeBand.Good; size: 38; text: page.model.safe }
    ]
    desk: [
        CashTotals { id: totals; model: page.model },
        Label { id: again; y: totals.height + 28; text: qsTr("再试一次"); font.weight: 700 },
        Rule { id: rule; y: again.y + 62 },
        Column {
            id: tips
            y: rule.y + 3
            ListRow { implicitHeight: 92; leads: false; strong: false; iconName: "arrows-horizontal"; text: page.model.remedy }
            ListRow { implicitHeight: 92; leads: false; strong: false; iconName: "arrows-exchange"; text: page.model.remedyOther }
        },
        PlainKey {
            y: tips.y + tips.height + 28
            width: 968
            visible: page.model.mayStop
            leadIcon: "hand-stop"
            text: page.model.stop
            onClicked: page.model.stopHere()
        }
    ]
    acts: [
        WaitKey { way: Chevrons.Slot; text: page.model.nextStep },
        BackKey { visible: page.model.mayGoBack; onClicked: page.model.goBack() }
    ]
}
