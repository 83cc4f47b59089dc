import QtQuick
import QtQuick.Layouts
import Bench.Models

Window {
    id: window

    required property BenchModel model
    property bool large: false

    title: qsTr("光明厅") + " " + qsTr("硬件台")
    width: 460
    height: 960
    minimumWidth: 300
    minimumHeight: 500
    color: Theme.wall

    Item {
        id: page
        width: 460
        height: 960
        scale: Math.min(window.width / width, window.height / height)
        transformOrigin: Item.TopLeft
        x: (window.width - width * scale) / 2

        ColumnLayout {
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top; margins: Theme.margin; topMargin: 12; bottomMargin: 12 }
            spacing: 10

            RowLayout {
                spacing: 9
                BrandMark { }
                Words { text: qsTr("硬件台"); size: 19; font.weight: 700; wrapMode: Text.NoWrap }
                Words { Layout.fillWidth: true; text: qsTr("模拟的收钞机和打印机"); size: Theme.caption; color: Theme.ink2; elide: Text.ElideNone }
                ActionKey {
                    implicitHeight: 30
                    text: qsTr("English")
                    onClicked: window.model.changeLanguage()
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.minimumHeight: 58
                Layout.maximumHeight: 58
                Words {
                    Layout.fillWidth: true
                    text: window.model.title
                    size: Theme.title
                    font.weight: 700
                    color: window.model.tone === "bad" ? Theme.bad : window.model.tone === "good" ? Theme.good : Theme.ink
                }
                Words { Layout.fillWidth: true; text: window.model.detail; color: window.model.detailTone === "bad" ? Theme.bad : Theme.ink2 }
            }
            Acceptor { Layout.fillWidth: true; model: window.model }
            BoxCounts { Layout.fillWidth: true; model: window.model }
            Rectangle { Layout.fillWidth: true; implicitHeight: 2; color: Theme.ink }
            Words { text: qsTr("放一张钞票"); size: Theme.heading; font.weight: 700 }
            Notes { Layout.fillWidth: true; enabled: window.model.connected; model: window.model }
            GridLayout {
                enabled: window.model.connected
                columns: 4
                columnSpacing: Theme.gap
                uniformCellWidths: true
                ActionKey {
                    Layout.fillWidth: true
                    text: qsTr("取走钞票")
                    enabled: window.model.place === "slot"
                    lit: window.model.next === "take-note"
                    onClicked: window.model.takeNote()
                }
                ActionKey {
                    Layout.fillWidth: true
                    text: qsTr("清卡钞")
                    enabled: window.model.place.startsWith("jammed")
                    lit: window.model.next === "clear-jam"
                    onClicked: window.model.clearJam()
                }
                ActionKey {
                    Layout.fillWidth: true
                    text: window.model.acceptorCable ? qsTr("拔线") : qsTr("插线")
                    lit: window.model.next === "acceptor-cable"
                    Accessible.description: qsTr("收钞机的线")
                    onClicked: window.model.moveCable("acceptor")
                }
                ActionKey {
                    Layout.fillWidth: true
                    text: window.model.acceptorPower ? qsTr("断电") : qsTr("通电")
                    lit: window.model.next === "acceptor-power"
                    Accessible.description: qsTr("收钞机的电源")
                    onClicked: window.model.switchPower("acceptor")
                }
            }
            Rectangle { Layout.fillWidth: true; Layout.topMargin: 4; implicitHeight: 2; color: Theme.ink }
            RowLayout {
                Words { text: qsTr("收据打印机"); size: Theme.heading; font.weight: 700 }
                Words {
                    Layout.fillWidth: true
                    text: window.model.printerSays
                    font.weight: 500
                    color: window.model.printerTone === "bad" ? Theme.bad : window.model.printerTone === "good" ? Theme.good
                        : window.model.printerTone === "note" ? Theme.note : Theme.ink2
                }
                Words { text: window.model.slipTitle; size: Theme.caption; color: Theme.ink2 }
            }
            Printer {
                Layout.fillWidth: true
                Layout.fillHeight: true
                enabled: window.model.connected
                model: window.model
                onSlipTouched: window.large = true
            }
        }
        Rectangle {
            id: foot
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: 44
            color: Theme.counter
            Slanted {
                x: Theme.margin + 4
                anchors.verticalCenter: parent.verticalCenter
                width: 6
                height: 16
                fill: window.model.connected ? Theme.lamp : Theme.counterEdge
            }
            Words {
                anchors { left: parent.left; leftMargin: 38; right: parent.right; rightMargin: Theme.margin; verticalCenter: parent.verticalCenter }
                text: window.model.connected ? window.model.sums : window.model.title
                size: 14
                font.weight: 500
                color: Theme.counterInk
            }
        }
    }
    LargeSlip {
        anchors.fill: parent
        visible: window.large
        model: window.model
        onClosed: window.large = false
    }
}
