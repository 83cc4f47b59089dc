"""Write `Theme.qml` from the design's tokens.

python -m kiosk.ui.theme.generate
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.ui.theme.tokens import MODES, Tokens, read_tokens

THEME = Path(__file__).with_name("Theme.qml")
COLOURS_A_LINE = 4

HEAD = """pragma Singleton
// Written by kiosk/ui/theme/generate.py from assets/design/tokens.json: edit that file, not this one.
import QtQuick

QtObject {
    id: theme

    property string mode: "day"
    property bool elder: false
    property bool moving: true
"""


def qml_name(token: str) -> str:
    """QML reads `onCounter:` as a signal handler, so it is `counterInk` there; `onCounter2`: `counterInk2`."""
    if not token.startswith("on"):
        return token
    ground = token[2].lower() + token[3:]
    return f"{ground.rstrip('2')}Ink{'2' if ground.endswith('2') else ''}"


def theme_qml(tokens: Tokens) -> str:
    return "\n".join((HEAD, *_lines(tokens), "}", ""))


def _lines(tokens: Tokens) -> Iterator[str]:
    names = [qml_name(token) for token in tokens.colour["day"]]
    yield "    component Palette: QtObject {"
    yield from (f"        required property color {name}" for name in names)
    yield "    }"
    for mode in MODES:
        yield from _palette(mode, tokens.colour[mode])
    yield '    readonly property Palette palette: mode === "night" ? night : mode === "contrast" ? contrast : day'
    yield ""
    yield from (f"    readonly property color {name}: palette.{name}" for name in names)
    yield ""
    yield from _type_roles(tokens)
    yield ""
    yield from _sizes(tokens)


def _palette(mode: str, colours: dict[str, str]) -> Iterator[str]:
    yield f"    readonly property Palette {mode}: Palette {{"
    pairs = [f'{qml_name(token)}: "{colour}"' for token, colour in colours.items()]
    for start in range(0, len(pairs), COLOURS_A_LINE):
        yield f"        {'; '.join(pairs[start : start + COLOURS_A_LINE])}"
    yield "    }"


def _type_roles(tokens: Tokens) -> Iterator[str]:
    for role, (size, line) in tokens.type.items():
        elder_size, elder_line = tokens.type_elder[role]
        yield f"    readonly property int {role}Size: elder ? {elder_size} : {size}"
        yield f"    readonly property int {role}Line: elder ? {elder_line} : {line}"


def _sizes(tokens: Tokens) -> Iterator[str]:
    for group, names in (
        (tokens.space, "space{}"),
        (tokens.radius, "radius{}"),
        (tokens.stroke, "stroke{}"),
        (tokens.touch, "touch{}"),
        (tokens.motion, "motion{}"),
    ):
        yield from (
            f"    readonly property int {names.format(name.capitalize())}: {value}"
            for name, value in group.items()
        )
    yield f"    readonly property real slant: {tokens.slant}"


def main() -> int:
    THEME.write_text(theme_qml(read_tokens()), encoding="utf-8")
    print(f"wrote {THEME}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
