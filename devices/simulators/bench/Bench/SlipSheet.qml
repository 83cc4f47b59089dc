import QtQuick
import QtQuick.Templates as T
import Bench.Models

// The last slip, from its top; touched it is shown large.
T.AbstractButton {
    id: sheet

    required property BenchModel model
    readonly property bool empty: model.slip.toString() === ""
    signal touched()

    focusPolicy: empty ? Qt.NoFocus : Qt.StrongFocus
    text: empty ? qsTr("还没有收据") : model.slipTitle
    Accessible.name: text
    Accessible.description: empty ? "" : qsTr("看大图")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    onClicked: if (!empty) touched()

    background: Rectangle {
        color: Theme.sunk
        border { width: sheet.visualFocus ? 3 : 1; color: sheet.visualFocus ? Theme.lamp : Theme.line }
    }
    contentItem: Item {
        clip: true
        Image {
            x: 10
            y: 10
            width: parent.width - 20
            visible: !sheet.empty
            source: sheet.model.slip
            fillMode: Image.PreserveAspectFit
            verticalAlignment: Image.AlignTop
            smooth: true
            mipmap: true
            cache: false
            asynchronous: true
        }
        Words {
            anchors.centerIn: parent
            visible: sheet.empty
            text: sheet.text
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}
