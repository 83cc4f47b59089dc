pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import "../theme"
import kiosk.ui.models

// A page: read above, touch below, the counter under it. The desk comes in from where the visitor is going; wall and counter stand still.
FocusScope {
    id: page

    required property ShellModel shell

    property int step: -1
    property list<string> steps: [qsTr("找到户号"), qsTr("看账单"), qsTr("付款"), qsTr("拿收据")]
    property alias light: panes.fall
    property alias landingX: panes.landingX
    property alias landingWidth: panes.landingWidth
    property alias wall: wallArea.data
    property alias desk: deskArea.data
    property alias acts: actsRow.data
    property real deskTop: 768
    property bool veiled: false               // whose account it is must not be readable either
    readonly property real counterTop: actsRow.children.length > 0 ? 1628 : 1768

    width: 1080
    height: 1920
    focus: true

    Rectangle { anchors.fill: parent; color: Theme.wall }
    LightPanes { id: panes }
    Loader {
        x: 56
        y: 112
        active: page.step >= 0
        sourceComponent: StepPanes { names: page.steps; now: page.step }
    }
    Item { id: wallArea; x: 56; y: page.step >= 0 ? 216 : 140; width: 968; height: 768 - y }
    Item {
        id: deskArea
        x: 56
        y: page.deskTop
        width: 968
        height: page.counterTop - y

        ParallelAnimation {
            running: Theme.moving
            onStopped: { deskArea.x = 56; deskArea.opacity = 1; }  // also where motion is turned off half way
            NumberAnimation { target: deskArea; property: "x"; from: 56 + Theme.space6; to: 56; duration: Theme.motionPage; easing.type: Easing.InOutCubic }
            NumberAnimation { target: deskArea; property: "opacity"; from: 0; to: 1; duration: Theme.motionPage; easing.type: Easing.InOutCubic }
        }
    }
    Rectangle {
        y: page.counterTop
        width: parent.width
        height: 1920 - y
        color: Theme.counter

        RowLayout {
            id: actsRow
            x: 56
            y: 28
            width: 968
            spacing: 20
            layoutDirection: Qt.RightToLeft
        }
    }
}
