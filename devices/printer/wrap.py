"""Breaking text into lines of the roll: nothing is ever cut off, only put on the next line."""

from __future__ import annotations

import re

from devices.printer.charset import clusters, columns

# Chinese typesetting (GB/T 15834): these never begin a line, those never end one.
_NOT_FIRST = "，。、；：？！）》」』】〕”’…—～·％℃元角分度"
_NOT_LAST = "（《「『【〔“‘￥"

_UNIT = re.compile(
    rf"[{_NOT_LAST}]*"  # an opening bracket or the yuan sign with what it opens
    r"(?:[\x21-\x7e]+|[^\x20-\x7e])"  # a Latin word or number, or one Chinese character
    rf"[{_NOT_FIRST}]*"  # the punctuation that closes it, or the unit of its number
)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns (at least 2); words, and numbers with their sign, stay whole if they fit.

    One blank is kept between words; blanks at a break are dropped. An empty text is one empty line.
    """
    lines: list[str] = []
    line = ""
    for blank, unit in _units(text):
        joined = f"{line}{blank}{unit}" if line else unit
        if columns(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _chop(unit, width)
        lines += full
    return [*lines, line]


def balance(text: str, width: int) -> list[str]:
    """As few lines as `wrap` makes, of like length: no single word is left over on the last."""
    lines = wrap(text, width)
    for narrower in range(width - 1, 1, -1):
        tried = wrap(text, narrower)
        if len(tried) > len(lines) or not keeps_words(text, narrower):
            break
        lines = tried
    return lines


def keeps_words(text: str, width: int) -> bool:
    """Whether `wrap` at this width would break no word and no number."""
    return all(columns(unit) <= width for _, unit in _units(text))


def _units(text: str) -> list[tuple[str, str]]:
    """Each unbreakable piece with the blank before it."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in _UNIT.finditer(text):
        found.append((" " if match.start() > end else "", match.group()))
        end = match.end()
    return found


def _chop(unit: str, width: int) -> list[str]:
    """A piece longer than a line, filled line by line."""
    lines = [""]
    for cluster in clusters(unit):
        if columns(lines[-1] + cluster) > width:
            lines.append("")
        lines[-1] += cluster
    return lines
