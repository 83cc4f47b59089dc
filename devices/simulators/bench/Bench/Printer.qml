import QtQuick
import QtQuick.Layouts
import Bench.Models

// The printer's keys on the left, its last slip on the right.
RowLayout {
    id: printer

    required property BenchModel model
    signal slipTouched()

    spacing: Theme.margin

    ColumnLayout {
        Layout.preferredWidth: 212
        Layout.fillWidth: false
        Layout.alignment: Qt.AlignTop
        spacing: Theme.gap

        RowLayout {
            spacing: 0
            uniformCellSizes: true
            ActionKey {
                Layout.fillWidth: true
                text: qsTr("有纸")
                chosen: printer.model.paper === "full"
                lit: printer.model.next === "paper"
                onClicked: printer.model.loadPaper("full")
            }
            ActionKey {
                Layout.fillWidth: true
                text: qsTr("快完")
                chosen: printer.model.paper === "low"
                onClicked: printer.model.loadPaper("low")
            }
            ActionKey {
                Layout.fillWidth: true
                text: qsTr("没纸")
                chosen: printer.model.paper === "out"
                onClicked: printer.model.loadPaper("out")
            }
        }
        ActionKey {
            Layout.fillWidth: true
            text: printer.model.coverOpen ? qsTr("合机盖") : qsTr("开机盖")
            lit: printer.model.next === "cover"
            onClicked: printer.model.moveCover()
        }
        RowLayout {
            spacing: Theme.gap
            uniformCellSizes: true
            ActionKey {
                Layout.fillWidth: true
                text: printer.model.printerCable ? qsTr("拔线") : qsTr("插线")
                lit: printer.model.next === "printer-cable"
                Accessible.description: qsTr("打印机的线")
                onClicked: printer.model.moveCable("printer")
            }
            ActionKey {
                Layout.fillWidth: true
                text: printer.model.printerPower ? qsTr("断电") : qsTr("通电")
                lit: printer.model.next === "printer-power"
                Accessible.description: qsTr("打印机的电源")
                onClicked: printer.model.switchPower("printer")
            }
        }
        ActionKey {
            Layout.fillWidth: true
            text: qsTr("撕下半截")
            enabled: printer.model.hanging
            onClicked: printer.model.tear()
        }
    }
    SlipSheet {
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: printer.model
        onTouched: printer.slipTouched()
    }
}
