"""Measure every colour pair that the design allows (WCAG 2 contrast ratio) and fail on one that is too weak.

python -m kiosk.ui.theme.contrast
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.ui.theme.tokens import MODES, Tokens, read_tokens

TEXT = 7.0
LARGE_NUMERAL = 4.5
SHAPE = 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on a ground, and the least ratio that its use asks for."""

    colour: str
    ground: str
    least: float
    use: str


@dataclass(frozen=True, slots=True)
class Measured:
    pair: Pair
    mode: str
    ratio: float

    @property
    def too_weak(self) -> bool:
        return self.ratio < self.pair.least


PAIRS = (
    *(Pair("ink", g, TEXT, "text") for g in ("wall", "surface", "sunk", "pane", "paneBright")),
    *(Pair("ink2", g, TEXT, "second text") for g in ("wall", "surface", "sunk", "pane", "paneBright")),
    *(Pair("inkOff", g, TEXT, "unavailable text") for g in ("wall", "sunk")),
    Pair("surface", "ink", TEXT, "text on what is chosen"),
    Pair("surface", "ink2", TEXT, "text in a chart bar"),
    Pair("bad", "sunk", TEXT, "why unavailable"),
    Pair("note", "sunk", TEXT, "status text"),
    *(Pair("onCounter", g, TEXT, "text") for g in ("counter", "counterKey")),
    *(Pair("onCounter2", g, TEXT, "second text") for g in ("counter", "counterKey")),
    Pair("lamp", "counter", TEXT, "person key, lit edge"),
    Pair("lamp", "counterKey", SHAPE, "lit shape"),
    Pair("onLamp", "lamp", TEXT, "text on the lit thing"),
    *(
        Pair(status, g, TEXT, "status text")
        for status in ("good", "bad", "note")
        for g in ("wall", "surface", "pane", f"{status}Fill")
    ),
    *(Pair("edge", g, SHAPE, "control edge") for g in ("wall", "surface", "sunk")),
    *(Pair("lampEdge", g, SHAPE, "edge of the lit thing") for g in ("wall", "surface", "pane")),
    Pair("onStop", "stop", TEXT, "hang up, remove"),
    *(Pair(f"cash{n}", "cashPaper", LARGE_NUMERAL, "note icon") for n in (100, 50, 20, 10)),
    *(Pair("counterEdge", g, SHAPE, "control edge") for g in ("counter", "counterKey")),
)


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1."""

    def linear(channel: int) -> float:
        c = channel / 255
        return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def measure(tokens: Tokens) -> Iterator[Measured]:
    for pair in PAIRS:
        for mode in MODES:
            colours = tokens.colour[mode]
            yield Measured(pair, mode, ratio(colours[pair.colour], colours[pair.ground]))


def main() -> int:
    measured = list(measure(read_tokens()))
    for one in measured:
        print(
            f"{one.pair.colour} on {one.pair.ground}".ljust(26),
            one.mode.ljust(9),
            f"{one.ratio:5.1f}",
            f"(at least {one.pair.least:g}, {one.pair.use}){'  TOO WEAK' if one.too_weak else ''}",
        )
    return 1 if any(one.too_weak for one in measured) else 0


if __name__ == "__main__":
    raise SystemExit(main())
