import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

// What is in and what is missing, large, over the bar of light that fills.
Item {
    id: totals

    required property CashModel model

    width: 968
    height: 348

    Body { text: qsTr("已放入"); color: Theme.ink2 }
    AmountText { x: -6; y: 52; amount: totals.model.paid }
    Item {
        anchors.right: parent.right
        y: 76
        width: 480
        visible: totals.model.missing !== ""
        Body { anchors.right: parent.right; text: qsTr("再放"); color: Theme.ink2 }
        Words { id: unit; anchors.right: parent.right; y: 77; text: qsTr("元就够"); size: 56; line: 72; font.weight: 500; wrapMode: Text.NoWrap }
        Numeral { anchors { right: unit.left; rightMargin: 14 } y: 52; text: totals.model.missing; size: 88; line: 96 }
    }
    LightBar { y: 249; share: totals.model.share }
    Caption { y: 308; text: totals.model.due; color: Theme.ink2 }
    Caption { anchors.right: parent.right; y: 308; text: totals.model.over; font.weight: 500 }
}
