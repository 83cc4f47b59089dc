import QtQuick
import "../theme"

// The way to a person, always at the counter's right end. While there is nobody on the line it gives the telephone number.
Key {
    id: key

    property string iconName: "phone"

    width: 312
    height: 100
    edge: Theme.lamp
    fill: Theme.counter
    ink: Theme.lamp
    contentItem: KeyWords {
        text: key.text
        leadIcon: key.iconName
        size: 38
        line: 42
        weight: 700
        gap: 14
        ink: key.ink
    }
}
