pragma ComponentBehavior: Bound
import QtQuick
import "controls"
import "theme"
import kiosk.ui.models

// The window: one page at a time, and around it what is the same on every page. Drawn for 1080 x 1920 and scaled to fit.
Window {
    id: window

    required property ShellModel shell
    property bool moving: true
    readonly property url pageSource: shell.pageSource

    color: Theme.wall
    title: qsTr("光明厅")
    onPageSourceChanged: page.setSource(pageSource, { "shell": shell, "model": shell.pageModel })

    Binding { target: Theme; property: "moving"; value: window.moving }
    FocusScope {
        id: stage

        readonly property Item focused: window.activeFocusItem

        width: 1080
        height: 1920
        x: (window.width - width * scale) / 2
        scale: Math.min(window.width / width, window.height / height)
        transformOrigin: Item.TopLeft
        clip: true
        focus: true
        Keys.onDownPressed: focused.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onRightPressed: focused.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onUpPressed: focused.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Keys.onLeftPressed: focused.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

        Loader { id: page; focus: true; onLoaded: (item as Item).forceActiveFocus(Qt.OtherFocusReason) }
        Lintel { shell: window.shell; visible: !(page.item as Page)?.veiled }
        Loader {
            active: window.shell.noted
            y: page.item ? (page.item as Page).counterTop - height : 0
            sourceComponent: NoteSheet { shell: window.shell; focus: true }
            onLoaded: (item as Item).forceActiveFocus(Qt.OtherFocusReason)
        }
        HelpRow { x: 56; y: 1796; shell: window.shell }
    }
}
