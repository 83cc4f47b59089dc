pragma ComponentBehavior: Bound
import QtQuick
import "../controls"
import "../theme"
import kiosk.ui.models

Page {
    id: page

    required property IdentifyModel model

    step: 0
    wall: [
        Title { id: question; width: 968; text: qsTr("您的户号是多少？") },
        Body { id: hint; y: question.height + 10; width: 968; text: page.model.hint; color: Theme.ink2 },
        BillPicture { y: hint.y + hint.height + 28 }
    ]
    desk: [
        Label { id: how; y: 8; width: 968; visible: page.model.trouble === "" && page.model.waiting === ""; text: qsTr("按户号"); font.weight: 700 },
        Words {
            width: 968
            anchors { bottom: field.top; bottomMargin: 14 }
            text: page.model.trouble
            size: 34
            line: 44
            color: Theme.bad
            font.weight: 500
        },
        WaitLine { visible: text !== ""; text: page.model.waiting },
        NumberField { id: field; y: 92; digits: page.model.digits; missing: page.model.missing; wrong: page.model.wrong },
        NumericPad {
            y: field.y + field.height + 26
            onDigitPressed: digit => page.model.press(digit)
            onClearPressed: page.model.clear()
            onDeletePressed: page.model.deleteLast()
        }
    ]
    acts: [
        PrimaryKey { visible: page.model.mayLookUp; text: qsTr("查这一户"); tailIcon: "arrow-right"; onClicked: page.model.lookUp() },
        WaitKey { visible: !page.model.mayLookUp; text: page.model.nextStep },
        BackKey { text: page.model.back; onClicked: page.model.goBack() }
    ]
}
