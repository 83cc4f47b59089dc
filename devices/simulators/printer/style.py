"""How the next characters will look, as commands have set it; ESC @ puts it all back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

_FONTS = {0: (12, 24), 1: (9, 17)}
_HANZI = (24, 24)
_DEFAULT_LINE_DOTS = 30


class Align(IntEnum):
    LEFT = 0
    CENTRE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Style:
    align: Align = Align.LEFT
    font: int = 0
    bold: bool = False
    underlined: bool = False
    reversed: bool = False
    across: int = 1
    down: int = 1
    hanzi_across: int = 1
    """FS ! and FS W size Chinese characters only; the larger of both sizes counts."""
    hanzi_down: int = 1
    spacing: int = 0
    """Dots right of each character."""
    line_dots: int = _DEFAULT_LINE_DOTS
    left_dots: int = 0
    area_dots: int | None = None
    chinese: bool = True
    """FS & and FS . turn double-byte characters on and off; they are on at power-up."""
    code_page: int = 0
    country: int = 0

    def box(self, *, wide: bool) -> tuple[int, int]:
        """The width and height in dots of a character."""
        if wide:
            across, down = max(self.across, self.hanzi_across), max(self.down, self.hanzi_down)
            return _HANZI[0] * across, _HANZI[1] * down
        width, height = _FONTS[self.font]
        return width * self.across, height * self.down


def _mode(style: Style, n: int) -> Style:
    return replace(
        style,
        font=n & 1,
        bold=bool(n & 8),
        down=1 + bool(n & 16),
        across=1 + bool(n & 32),
        underlined=bool(n & 128),
    )


def _hanzi_mode(style: Style, n: int) -> Style:
    across, down = 1 + bool(n & 4), 1 + bool(n & 8)
    return replace(style, hanzi_across=across, hanzi_down=down, underlined=bool(n & 128))


def _hanzi_quadruple(style: Style, n: int) -> Style:
    size = 2 if n & 1 else 1
    return replace(style, hanzi_across=size, hanzi_down=size)


def _two(data: bytes) -> int:
    return data[0] + 256 * data[1]


SETTINGS: Mapping[bytes, Callable[[Style, bytes], Style]] = {
    b"\x1b!": lambda style, data: _mode(style, data[0]),
    b"\x1b-": lambda style, data: replace(style, underlined=data[0] not in {0, 48}),
    b"\x1b2": lambda style, _: replace(style, line_dots=_DEFAULT_LINE_DOTS),
    b"\x1b3": lambda style, data: replace(style, line_dots=data[0]),
    b"\x1bE": lambda style, data: replace(style, bold=bool(data[0] & 1)),
    b"\x1bG": lambda style, data: replace(style, bold=bool(data[0] & 1)),
    b"\x1bM": lambda style, data: replace(style, font=data[0] & 1),
    b"\x1bR": lambda style, data: replace(style, country=data[0]),
    b"\x1b ": lambda style, data: replace(style, spacing=data[0]),
    b"\x1ba": lambda style, data: replace(style, align=Align(data[0] & 3)) if data[0] & 3 < 3 else style,
    b"\x1bt": lambda style, data: replace(style, code_page=data[0]),
    b"\x1c&": lambda style, _: replace(style, chinese=True),
    b"\x1c.": lambda style, _: replace(style, chinese=False),
    b"\x1c!": lambda style, data: _hanzi_mode(style, data[0]),
    b"\x1c-": lambda style, data: replace(style, underlined=data[0] not in {0, 48}),
    b"\x1cW": lambda style, data: _hanzi_quadruple(style, data[0]),
    b"\x1d!": lambda style, data: replace(style, across=(data[0] >> 4 & 7) + 1, down=(data[0] & 7) + 1),
    b"\x1dB": lambda style, data: replace(style, reversed=bool(data[0] & 1)),
    b"\x1dL": lambda style, data: replace(style, left_dots=_two(data)),
    b"\x1dW": lambda style, data: replace(style, area_dots=_two(data)),
}
"""The commands that only change how what follows will look."""
