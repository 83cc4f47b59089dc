"""From bytes to characters and the columns they take, as the printer's own character generator does it."""

from __future__ import annotations

from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from unicodedata import east_asian_width

from devices.simulators.printer.style import Style

_CODE_PAGES = {
    0: "cp437",
    2: "cp850",
    3: "cp860",
    4: "cp863",
    5: "cp865",
    16: "cp1252",
    17: "cp866",
    18: "cp852",
}
_COUNTRIES = {8: {"\\": "¥"}, 15: {"$": "¥"}}  # ESC R: Japan, China
_LEAD = range(0x81, 0xFF)
_TRAILS = frozenset(range(0x40, 0xFF)) - {0x7F}
_UNKNOWN = "□"


class Charset(StrEnum):
    """What the firmware takes bytes above 7F for."""

    GB18030 = "gb18030"
    """Its double-byte part: four-byte characters do not print."""
    UTF_8 = "utf-8"
    NONE = "none"
    """Only code pages."""


def is_wide(char: str) -> bool:
    """Whether it takes two columns, as Chinese characters and their punctuation do."""
    return char == _UNKNOWN or east_asian_width(char) in {"W", "F"}


@dataclass(slots=True)
class Decoder:
    """Takes text in whatever pieces it comes."""

    charset: Charset
    _lead: int | None = None
    _utf_8: IncrementalDecoder = field(default_factory=lambda: getincrementaldecoder("utf-8")("replace"))

    def decode(self, data: bytes, style: Style) -> Iterator[tuple[str, bool]]:
        """Each character, and whether it is drawn in a double-width box."""
        if self.charset is Charset.UTF_8:
            yield from ((char, is_wide(char)) for char in self._utf_8.decode(data))
            return
        for byte in data:
            yield from self._byte(byte, style)

    def end(self) -> None:
        """A command came: half a character is lost."""
        self._lead = None
        self._utf_8.reset()

    def _byte(self, byte: int, style: Style) -> Iterator[tuple[str, bool]]:
        if self._lead is not None:
            pair, self._lead = bytes([self._lead, byte]), None
            if byte in _TRAILS:
                yield _double(pair), True
                return
            yield " ", False  # no double-byte character begins like that: the lead byte is lost
        if self.charset is Charset.GB18030 and style.chinese and byte in _LEAD:
            self._lead = byte
        else:
            yield _single(byte, style), False


def _single(byte: int, style: Style) -> str:
    char = bytes([byte]).decode(_CODE_PAGES.get(style.code_page, "cp437"), "replace")
    return _COUNTRIES.get(style.country, {}).get(char, char)


def _double(pair: bytes) -> str:
    try:
        return pair.decode("gb18030")
    except UnicodeDecodeError:
        return _UNKNOWN
