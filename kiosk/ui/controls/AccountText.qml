import QtQuick

// An account number in its groups, read out digit by digit.
Words {
    size: 124
    line: 136
    font { weight: 500; letterSpacing: 0.01 * size }
    wrapMode: Text.NoWrap
    renderType: Text.CurveRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: text.replace(/ /g, "").split("").join(" ")
}
