"""Which characters a printer prints by itself, their bytes and their columns.

A Chinese printer draws one column for an ASCII character and two for a double-byte one. What has neither
form (four-byte GB18030, accents, emoji) has no glyph in the printer and must go as a picture.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum


class Encoding(StrEnum):
    """How the printer reads text (a profile's `encoding`)."""

    GB18030 = "gb18030"
    GBK = "gbk"
    UTF_8 = "utf-8"
    NONE = "none"  # it reads no Chinese: every line is a picture


_YEN_SIGN = "\u00a5"
_YUAN_SIGN = "\uffe5"


def printable(text: str) -> str:
    """The text in the form that printers have glyphs for: composed, plain blanks, nothing invisible."""
    return "".join(map(_shown_as, unicodedata.normalize("NFC", text)))


def columns(text: str) -> int:
    """Columns of the text on the roll: 1 for ASCII, 0 for a mark on the one before, 2 for all else."""
    return sum(map(_columns_of, text))


def clusters(text: str) -> Iterator[str]:
    """The text in characters as a reader counts them: a combining mark stays with its base."""
    held = ""
    for char in text:
        if held and _columns_of(char):
            yield held
            held = ""
        held += char
    if held:
        yield held


def to_bytes(text: str, encoding: Encoding) -> bytes | None:
    """The text as the printer reads it; None if a character of it has to be a picture."""
    pieces = [_char_to_bytes(char, encoding) for char in text]
    known = [piece for piece in pieces if piece is not None]
    return b"".join(known) if len(known) == len(pieces) else None


def _shown_as(char: str) -> str:
    if char == _YEN_SIGN:
        # Four bytes in GB18030, which two-byte printers show as "0 6"; U+FFE5 is A3 A4 and looks the same.
        return _YUAN_SIGN
    match unicodedata.category(char):
        case "Zs":
            return char if char == "\u3000" else " "
        case "Cf":
            return ""
        case _:
            return char


def _columns_of(char: str) -> int:
    if char.isascii():
        return 1
    return 0 if unicodedata.category(char) in {"Mn", "Me"} else 2


def _char_to_bytes(char: str, encoding: Encoding) -> bytes | None:
    if encoding is Encoding.NONE:
        return None
    if char.isascii():
        return char.encode("ascii") if char.isprintable() else None
    if encoding is Encoding.UTF_8:
        # Only what every font draws two columns wide: the rest would shift what follows it.
        return char.encode() if unicodedata.east_asian_width(char) in {"W", "F"} else None
    if unicodedata.category(char) in {"Co", "Cn", "Cs"}:
        return None  # user-defined areas: two bytes, and no glyph
    try:
        encoded = char.encode(encoding.value)
    except UnicodeEncodeError:
        return None
    return encoded if len(encoded) == 2 else None
