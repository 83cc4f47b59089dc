pragma Singleton
// Written by kiosk/ui/theme/generate.py from assets/design/tokens.json: edit that file, not this one.
import QtQuick

QtObject {
    id: theme

    property string mode: "day"
    property bool elder: false
    property bool moving: true

    component Palette: QtObject {
        required property color wall
        required property color surface
        required property color sunk
        required property color pane
        required property color paneBright
        required property color ink
        required property color ink2
        required property color inkOff
        required property color line
        required property color edge
        required property color counter
        required property color counterKey
        required property color counterInk
        required property color counterInk2
        required property color counterEdge
        required property color lamp
        required property color lampEdge
        required property color lampInk
        required property color good
        required property color goodFill
        required property color bad
        required property color badFill
        required property color note
        required property color noteFill
        required property color stop
        required property color stopInk
        required property color guide
        required property color cashPaper
        required property color cash100
        required property color cash50
        required property color cash20
        required property color cash10
    }
    readonly property Palette day: Palette {
        wall: "#F2F5F3"; surface: "#FFFFFF"; sunk: "#E2E9E6"; pane: "#FFF3CF"
        paneBright: "#FFE49A"; ink: "#0B2B31"; ink2: "#344C55"; inkOff: "#344C55"
        line: "#C9D4D0"; edge: "#647A7C"; counter: "#0B2B31"; counterKey: "#16424A"
        counterInk: "#FFFFFF"; counterInk2: "#D2E0DE"; counterEdge: "#7FA3A5"; lamp: "#FFC02E"
        lampEdge: "#8A5A00"; lampInk: "#0B2B31"; good: "#07543A"; goodFill: "#DDF1E7"
        bad: "#8F1019"; badFill: "#FCE8E6"; note: "#17427F"; noteFill: "#E4EDFA"
        stop: "#96131C"; stopInk: "#FFFFFF"; guide: "#1F9A5B"; cashPaper: "#FFFFFF"
        cash100: "#9C2F3F"; cash50: "#2E6B4F"; cash20: "#7A4E1E"; cash10: "#274F86"
    }
    readonly property Palette night: Palette {
        wall: "#0A1D21"; surface: "#12303A"; sunk: "#07161A"; pane: "#102C34"
        paneBright: "#17404B"; ink: "#F3F6F2"; ink2: "#C3D3D1"; inkOff: "#B5C6C5"
        line: "#27474E"; edge: "#7F9EA0"; counter: "#040E11"; counterKey: "#12303A"
        counterInk: "#F3F6F2"; counterInk2: "#C3D3D1"; counterEdge: "#7F9EA0"; lamp: "#FFC02E"
        lampEdge: "#FFC02E"; lampInk: "#0B2B31"; good: "#7FE0B2"; goodFill: "#0F3A2C"
        bad: "#FFB0A8"; badFill: "#471A1C"; note: "#B4D2FF"; noteFill: "#173153"
        stop: "#96131C"; stopInk: "#FFFFFF"; guide: "#1F9A5B"; cashPaper: "#FFFFFF"
        cash100: "#9C2F3F"; cash50: "#2E6B4F"; cash20: "#7A4E1E"; cash10: "#274F86"
    }
    readonly property Palette contrast: Palette {
        wall: "#000000"; surface: "#000000"; sunk: "#000000"; pane: "#000000"
        paneBright: "#000000"; ink: "#FFFFFF"; ink2: "#FFFFFF"; inkOff: "#D0D0D0"
        line: "#FFFFFF"; edge: "#FFFFFF"; counter: "#000000"; counterKey: "#000000"
        counterInk: "#FFFFFF"; counterInk2: "#FFFFFF"; counterEdge: "#FFFFFF"; lamp: "#FFE100"
        lampEdge: "#FFE100"; lampInk: "#000000"; good: "#6CFFB0"; goodFill: "#000000"
        bad: "#FFB3AB"; badFill: "#000000"; note: "#A8CCFF"; noteFill: "#000000"
        stop: "#FFB3AB"; stopInk: "#000000"; guide: "#1F9A5B"; cashPaper: "#FFFFFF"
        cash100: "#9C2F3F"; cash50: "#2E6B4F"; cash20: "#7A4E1E"; cash10: "#274F86"
    }
    readonly property Palette palette: mode === "night" ? night : mode === "contrast" ? contrast : day

    readonly property color wall: palette.wall
    readonly property color surface: palette.surface
    readonly property color sunk: palette.sunk
    readonly property color pane: palette.pane
    readonly property color paneBright: palette.paneBright
    readonly property color ink: palette.ink
    readonly property color ink2: palette.ink2
    readonly property color inkOff: palette.inkOff
    readonly property color line: palette.line
    readonly property color edge: palette.edge
    readonly property color counter: palette.counter
    readonly property color counterKey: palette.counterKey
    readonly property color counterInk: palette.counterInk
    readonly property color counterInk2: palette.counterInk2
    readonly property color counterEdge: palette.counterEdge
    readonly property color lamp: palette.lamp
    readonly property color lampEdge: palette.lampEdge
    readonly property color lampInk: palette.lampInk
    readonly property color good: palette.good
    readonly property color goodFill: palette.goodFill
    readonly property color bad: palette.bad
    readonly property color badFill: palette.badFill
    readonly property color note: palette.note
    readonly property color noteFill: palette.noteFill
    readonly property color stop: palette.stop
    readonly property color stopInk: palette.stopInk
    readonly property color guide: palette.guide
    readonly property color cashPaper: palette.cashPaper
    readonly property color cash100: palette.cash100
    readonly property color cash50: palette.cash50
    readonly property color cash20: palette.cash20
    readonly property color cash10: palette.cash10

    readonly property int captionSize: elder ? 38 : 28
    readonly property int captionLine: elder ? 54 : 40
    readonly property int bodySize: elder ? 46 : 34
    readonly property int bodyLine: elder ? 68 : 52
    readonly property int labelSize: elder ? 54 : 40
    readonly property int labelLine: elder ? 70 : 52
    readonly property int headingSize: elder ? 62 : 48
    readonly property int headingLine: elder ? 80 : 64
    readonly property int titleSize: elder ? 84 : 68
    readonly property int titleLine: elder ? 108 : 88
    readonly property int numeralSize: elder ? 120 : 96
    readonly property int numeralLine: elder ? 128 : 104
    readonly property int displaySize: elder ? 208 : 176
    readonly property int displayLine: elder ? 208 : 176
    readonly property int clockSize: elder ? 264 : 264
    readonly property int clockLine: elder ? 240 : 240

    readonly property int space1: 8
    readonly property int space2: 16
    readonly property int space3: 24
    readonly property int space4: 32
    readonly property int space5: 48
    readonly property int space6: 64
    readonly property int space7: 96
    readonly property int space8: 128
    readonly property int radiusNone: 0
    readonly property int radiusKey: 10
    readonly property int radiusSheet: 0
    readonly property int strokeHair: 2
    readonly property int strokeControl: 3
    readonly property int strokeFocus: 6
    readonly property int touchMinimum: 64
    readonly property int touchKey: 104
    readonly property int touchRow: 112
    readonly property int touchPrimary: 120
    readonly property int touchHero: 264
    readonly property int touchGap: 16
    readonly property int motionPress: 90
    readonly property int motionReveal: 240
    readonly property int motionPage: 320
    readonly property int motionLight: 700
    readonly property int motionGuide: 1600
    readonly property real slant: 14
}
