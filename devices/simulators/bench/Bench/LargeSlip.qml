import QtQuick
import Bench.Models

// The last slip in full, over everything; it scrolls, and closes by key, touch or Escape.
FocusScope {
    id: large

    required property BenchModel model
    signal closed()

    onVisibleChanged: if (visible) close.forceActiveFocus()
    Keys.onEscapePressed: closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.counter
        MouseArea { anchors.fill: parent; onClicked: large.closed() }
    }
    Flickable {
        anchors { fill: parent; margins: Theme.margin; bottomMargin: 72 }
        contentHeight: slip.height
        clip: true
        Image {
            id: slip
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 428)
            source: large.visible ? large.model.slip : ""
            fillMode: Image.PreserveAspectFit
            mipmap: true
            cache: false
            Accessible.role: Accessible.Graphic
            Accessible.name: large.model.slipTitle
        }
    }
    ActionKey {
        id: close
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 16 }
        width: 160
        text: qsTr("收起")
        onClicked: large.closed()
    }
}
