pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import "../theme"

// Each tender and the printer with a tick or a cross; what is off says what to do instead. Rows have `works` and `text`.
RowLayout {
    id: strip

    property alias services: repeater.model

    width: 968
    spacing: 24

    Repeater {
        id: repeater

        Item {
            id: service
            required property bool works
            required property string text
            required property int index

            implicitWidth: Math.ceil(words.implicitWidth) + 44
            implicitHeight: words.height
            Layout.fillWidth: true
            Layout.minimumWidth: 100
            Layout.maximumWidth: index === 0 ? implicitWidth : Number.POSITIVE_INFINITY

            Icon {
                anchors { right: words.left; rightMargin: 10; verticalCenter: parent.verticalCenter }
                name: service.works ? "circle-check" : "circle-x"
                color: service.works ? Theme.good : Theme.bad
                size: 34
            }
            Caption {
                id: words
                anchors.right: parent.right
                width: Math.min(Math.ceil(implicitWidth), service.width - 44)
                text: service.text
                line: 36
                font.weight: service.works ? 400 : 500
            }
        }
    }
}
