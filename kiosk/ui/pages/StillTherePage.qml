pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import kiosk.ui.models

// A page of its own, not a sheet over one: what must not be read any more is not even there.
Page {
    id: page

    required property StillThereModel model

    veiled: true
    wall: [
        StillThereSheet {
            x: -56
            y: -140
            seconds: page.model.seconds
            share: page.model.share
            more: qsTr("没有人点，就结束这次办理，屏幕上您的资料会清掉。")
            money: page.model.money
        }
    ]
    acts: [
        PrimaryKey { text: qsTr("我还在"); onClicked: page.model.stay() },
        BackKey { leadIcon: ""; text: qsTr("办完了"); onClicked: page.model.leave() }
    ]
}
