"""A byte stream to a printer, cut into the commands and the text it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from devices.printer.commands import COMMANDS, Command


@dataclass(frozen=True, slots=True)
class Issued:
    """A command with its parameter bytes by letter, and the data that follows them."""

    command: Command
    given: dict[str, int]
    data: bytes


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to print; `four_byte` tells of forms of GB18030 that two-byte printers do not know."""

    text: str
    four_byte: bool


Item: TypeAlias = Issued | Text


class BadStreamError(ValueError):
    """Bytes that are no commands, or end within one."""


def parse(data: bytes) -> Iterator[Item]:
    """The stream's items in order; raises BadStreamError where it stops making sense.

    Chinese mode is on at the start, as these printers power up; FS . and FS & switch it.
    """
    position, chinese = 0, True
    while position < len(data):
        item: Item
        if data[position] < 0x20 or data[position] == 0x7F:
            item, position = _command(data, position)
            chinese = {"FS &": True, "ESC @": True, "FS .": False}.get(item.command.name, chinese)
        else:
            item, position = _text(data, position, chinese=chinese)
        yield item


def _command(data: bytes, start: int) -> tuple[Issued, int]:
    prefix = next((known for known in COMMANDS if data.startswith(known, start)), None)
    if prefix is None:
        rest = data[start:]
        if any(known.startswith(rest) for known in COMMANDS):
            raise BadStreamError(f"incomplete: ends within a command that begins {rest.hex(' ')}")
        raise BadStreamError(f"no known command at byte {start}: {rest[:4].hex(' ')}")
    command = COMMANDS[prefix]
    at = start + len(prefix)
    given = dict(zip(command.letters, data[at:], strict=False))
    if len(given) < len(command.letters):
        raise BadStreamError(f"incomplete: {command.name} wants {' '.join(command.letters)}")
    for letter, values in command.ranges.items():
        if given[letter] not in values:
            raise BadStreamError(f"{command.name}: {letter} = {given[letter]} is out of range")
    at += len(given)
    end = at + command.length(given)
    if end > len(data):
        raise BadStreamError(f"incomplete: {command.name} wants {end - len(data)} more bytes of data")
    return Issued(command, given, data[at:end]), end


def _text(data: bytes, start: int, *, chinese: bool) -> tuple[Text, int]:
    """Characters up to the next command: GB18030 in Chinese mode, else one byte each."""
    at, four_byte = start, False
    while at < len(data) and data[at] >= 0x20 and data[at] != 0x7F:
        size = _character_size(data, at) if chinese else 1
        if at + size > len(data):
            raise BadStreamError(f"incomplete: ends within a character that begins {data[at:].hex(' ')}")
        four_byte |= size == 4
        at += size
    try:
        return Text(data[start:at].decode("gb18030" if chinese else "latin-1"), four_byte), at
    except UnicodeDecodeError as error:
        wrong = data[start + error.start : start + error.end]
        raise BadStreamError(
            f"no GB18030 character at byte {start + error.start}: {wrong.hex(' ')}"
        ) from None


def _character_size(data: bytes, at: int) -> int:
    """GB18030: a first byte under 80h stands alone; a second byte of 30h to 39h makes it four."""
    if data[at] < 0x80:
        return 1
    second = data[at + 1] if at + 1 < len(data) else 0
    return 4 if 0x30 <= second <= 0x39 else 2
