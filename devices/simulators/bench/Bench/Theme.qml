pragma Singleton
import QtQuick

// The design's day colours and desk sizes, as far as the bench needs them; a test holds them to the tokens.
QtObject {
    readonly property color wall: "#F2F5F3"
    readonly property color surface: "#FFFFFF"
    readonly property color sunk: "#E2E9E6"
    readonly property color ink: "#0B2B31"
    readonly property color ink2: "#344C55"
    readonly property color line: "#C9D4D0"
    readonly property color edge: "#647A7C"
    readonly property color counter: "#0B2B31"
    readonly property color counterInk: "#FFFFFF"
    readonly property color counterInk2: "#D2E0DE"
    readonly property color counterEdge: "#7FA3A5"
    readonly property color lamp: "#FFC02E"
    readonly property color lampEdge: "#8A5A00"
    readonly property color lampInk: "#0B2B31"
    readonly property color good: "#07543A"
    readonly property color bad: "#8F1019"
    readonly property color note: "#17427F"
    readonly property color guide: "#1F9A5B"
    readonly property color cashPaper: "#FFFFFF"
    readonly property color cash100: "#9C2F3F"
    readonly property color cash50: "#2E6B4F"
    readonly property color cash20: "#7A4E1E"
    readonly property color cash10: "#274F86"
    readonly property color cash5: "#6B3F7E"
    readonly property color cash1: "#5A6115"

    readonly property int margin: 16
    readonly property int gap: 8
    readonly property int keyHeight: 43
    readonly property int radius: 5
    readonly property int caption: 13
    readonly property int body: 15
    readonly property int heading: 16
    readonly property int title: 24
    readonly property int reveal: 240
    readonly property int travel: 320
    readonly property int slant: 14
}
