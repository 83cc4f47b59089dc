"""A slip set in lines of a roll, whatever draws them: pure, counted in columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from devices.printer.charset import columns
from devices.printer.slip import Pair, Slip
from devices.printer.wrap import balance, keeps_words, wrap

LARGE = 2  # times as wide and as high
TITLE_LINES_MAX = 2
_AIR = 2  # columns at least between a label and its value


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one size; `scale` is the factor of both its width and its height."""

    text: str
    scale: int = 1
    bold: bool = False

    @property
    def columns(self) -> int:
        return columns(self.text) * self.scale


class Align(Enum):
    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    run: Run
    align: Align


@dataclass(frozen=True, slots=True)
class Spread:
    """A label at the left edge and its value at the right, on one line."""

    label: Run
    value: Run


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the roll."""


@dataclass(frozen=True, slots=True)
class Gap:
    dots: int


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in the middle."""

    text: str


Element: TypeAlias = Line | Spread | Rule | Gap | Code


def lay_out(slip: Slip, width: int) -> list[Element]:
    """The slip's elements from top to bottom for a roll of `width` columns; none is wider, nothing is left out."""
    head = _title(slip.title, width)
    if slip.subtitle:
        head += [Gap(8), *_centred(slip.subtitle, width)]
    blocks: list[list[Element]] = [
        _spread(slip.number, width, scale=LARGE) if slip.number else [],
        [element for row in slip.rows for element in _spread(row, width)],
        _spread(slip.total, width, scale=LARGE, bold=True) if slip.total else [],
        _paragraphs(slip.notes, width),
    ]
    elements = [*head, Gap(8)]
    for block in filter(None, blocks):
        elements += [Rule(), *block]
    if slip.code:
        elements += [Gap(8), Code(slip.code)]
    if slip.footer:
        elements += [Gap(8), *(line for text in slip.footer for line in _centred(text, width))]
    return elements


def _title(text: str, width: int) -> list[Element]:
    """Large on two lines at most, else bold."""
    large = _centred(text, width, LARGE)
    return large if len(large) <= TITLE_LINES_MAX else _centred(text, width, bold=True)


def _centred(text: str, width: int, scale: int = 1, *, bold: bool = False) -> list[Element]:
    return [Line(Run(line, scale, bold), Align.CENTRE) for line in balance(text, width // scale)]


def _paragraphs(texts: Iterable[str], width: int) -> list[Element]:
    elements: list[Element] = []
    for text in texts:
        if elements:
            elements.append(Gap(8))
        elements += [Line(Run(line), Align.LEFT) for line in balance(text, width)]
    return elements


def _spread(pair: Pair, width: int, *, scale: int = 1, bold: bool = False) -> list[Element]:
    """Label left, value right: on one line if they fit, else the value breaks beside a short label, or goes below."""
    if columns(pair.value) * scale > width:
        scale = 1
    beside_label = (width - _AIR - columns(pair.label)) // scale
    if columns(pair.label) <= width // 3 and keeps_words(pair.value, beside_label):
        labels, values = [pair.label], wrap(pair.value, beside_label)
    else:
        values = wrap(pair.value, width // scale)
        beside_value = width - _AIR - columns(pair.value) * scale if len(values) == 1 else -1
        labels = balance(pair.label, width)
        if columns(labels[-1]) > beside_value:
            labels = wrap(pair.label, width)
        if columns(labels[-1]) > beside_value:
            labels.append("")
    return _side_by_side(labels, values, scale=scale, bold=bold)


def _side_by_side(labels: list[str], values: list[str], *, scale: int, bold: bool) -> list[Element]:
    """The last line of the label and the first of the value share a line."""
    *above, last = labels
    first, *below = values
    return [
        *(Line(Run(label, bold=bold), Align.LEFT) for label in above),
        Spread(Run(last, bold=bold), Run(first, scale, bold)),
        *(Line(Run(value, scale, bold), Align.RIGHT) for value in below),
    ]
