pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import "../theme"

// Each tender and the printer with a tick or a cross; what is off says what to do instead. Rows have `works` and `text`.
RowLayout {
    id: strip

    property alias services: repeater.model

    width: 968
    spacing: 20

    Repeater {
        id: repeater

        Item {
            id: service
            required property bool works
            required property string text
            required property int index
            implicitWidth: line.width
            implicitHeight: line.height
            Layout.fillWidth: index > 0

            Row {
                id: line
                anchors.right: parent.right
                spacing: 10

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: service.works ? "circle-check" : "circle-x"
                    color: service.works ? Theme.good : Theme.bad
                    size: 34
                }
                Caption { text: service.text; font.weight: service.works ? 400 : 500; wrapMode: Text.NoWrap }
            }
        }
    }
}
