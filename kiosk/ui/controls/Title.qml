import QtQuick
import "../theme"

// The page's question or answer. It is read out first and takes the focus when a page is entered.
Words {
    size: Theme.titleSize
    line: Theme.titleLine
    font { weight: 700; letterSpacing: -0.01 * size }
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
