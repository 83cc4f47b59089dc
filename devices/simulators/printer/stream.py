"""Cuts what has been received into commands, the way a printer's own firmware does, and hears real-time commands.

Letters of parameters are those of the ESC/POS reference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10
_PRINTABLE = 0x20

_PARAMETERS: Mapping[bytes, int] = {
    b"\x1b@": 0,
    b"\x1b!": 1,
    b"\x1b$": 2,
    b"\x1b\\": 2,
    b"\x1b-": 1,
    b"\x1b2": 0,
    b"\x1b3": 1,
    b"\x1bE": 1,
    b"\x1bG": 1,
    b"\x1bJ": 1,
    b"\x1bM": 1,
    b"\x1bR": 1,
    b"\x1bV": 1,
    b"\x1b ": 1,
    b"\x1ba": 1,
    b"\x1bc": 2,
    b"\x1bd": 1,
    b"\x1bi": 0,
    b"\x1bm": 0,
    b"\x1bp": 3,
    b"\x1br": 1,
    b"\x1bt": 1,
    b"\x1bu": 1,
    b"\x1bv": 0,
    b"\x1b{": 1,
    b"\x1b=": 1,
    b"\x1c&": 0,
    b"\x1c.": 0,
    b"\x1c!": 1,
    b"\x1c-": 1,
    b"\x1cC": 1,
    b"\x1cS": 2,
    b"\x1cW": 1,
    b"\x1d!": 1,
    b"\x1dB": 1,
    b"\x1dE": 1,
    b"\x1dH": 1,
    b"\x1dI": 1,
    b"\x1dL": 2,
    b"\x1dP": 2,
    b"\x1dW": 2,
    b"\x1da": 1,
    b"\x1db": 1,
    b"\x1df": 1,
    b"\x1dh": 1,
    b"\x1dr": 1,
    b"\x1dw": 1,
    b"\x10\x04": 1,
    b"\x10\x05": 1,
}
"""Commands of a fixed length: how many parameter bytes follow."""

_CUT_WITHOUT_FEED = {0, 1, 48, 49}
_BARCODES_ENDED_BY_NUL = range(7)
_REAL_TIME_LONGEST = 10  # DLE DC4, function 8


@dataclass(frozen=True, slots=True)
class Command:
    """`code` is the command's first bytes; empty for text, one control character for LF and its like."""

    code: bytes
    data: bytes = b""


def _counted(data: bytes) -> int | None:
    return None if len(data) < 3 else 3 + data[1] + 256 * data[2]  # GS ( X pL pH


def _long(data: bytes) -> int | None:
    return None if len(data) < 5 else 5 + int.from_bytes(data[1:5], "little")  # GS 8 L p1 p2 p3 p4


def _bit_image(data: bytes) -> int | None:
    if len(data) < 3:
        return None
    return 3 + (data[1] + 256 * data[2]) * (3 if data[0] in {32, 33} else 1)  # ESC * m nL nH


def _raster(data: bytes) -> int | None:
    if len(data) < 6:
        return None
    return 6 + (data[2] + 256 * data[3]) * (data[4] + 256 * data[5])  # GS v 0 m xL xH yL yH


def _cut(data: bytes) -> int | None:
    return None if not data else 1 if data[0] in _CUT_WITHOUT_FEED else 2  # GS V m [n]


def _tabs(data: bytes) -> int | None:
    return data.index(0) + 1 if 0 in data else None  # ESC D n1 … NUL


def _barcode(data: bytes) -> int | None:
    if len(data) < 2:
        return None
    if data[0] in _BARCODES_ENDED_BY_NUL:
        return data.index(0, 1) + 1 if 0 in data[1:] else None
    return 2 + data[1]  # GS k m n d1 …


def _real_time_request(data: bytes) -> int | None:
    return None if not data else {1: 3, 2: 3, 7: 2, 8: 8}.get(data[0], 1)  # DLE DC4 fn …


_LENGTHS: Mapping[bytes, Callable[[bytes], int | None]] = {
    b"\x1d(": _counted,
    b"\x1d8": _long,
    b"\x1b*": _bit_image,
    b"\x1dv": _raster,
    b"\x1dV": _cut,
    b"\x1bD": _tabs,
    b"\x1dk": _barcode,
    b"\x10\x14": _real_time_request,
}
"""Commands whose bytes tell how long they are; None: more is needed to know."""


@dataclass(slots=True)
class ReceiveBuffer:
    """Holds what has been received until the head gets to it, through paper end and open covers."""

    _waiting: bytearray = field(default_factory=bytearray)

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, data: bytes) -> None:
        self._waiting += data

    def clear(self) -> None:
        self._waiting.clear()

    def next(self) -> Command | None:
        """Take the next command, or a run of text; None if nothing is whole."""
        waiting = self._waiting
        if not waiting:
            return None
        if waiting[0] >= _PRINTABLE:
            length = next((at for at, byte in enumerate(waiting) if byte < _PRINTABLE), len(waiting))
            return Command(b"", self._take(length))
        if waiting[0] not in {ESC, FS, GS, DLE}:
            return Command(self._take(1))
        if len(waiting) < 2:
            return None
        code = bytes(waiting[:2])
        length_of = _LENGTHS.get(code)
        parameters = length_of(bytes(waiting[2:])) if length_of else _PARAMETERS.get(code, 0)
        if parameters is None or len(waiting) < 2 + parameters:
            return None
        return Command(self._take(2), self._take(parameters))

    def _take(self, length: int) -> bytes:
        taken = bytes(self._waiting[:length])
        del self._waiting[:length]
        return taken


@dataclass(slots=True)
class RealTimeEar:
    """Hears real-time commands the moment their bytes arrive, wherever they stand, even inside a picture."""

    _heard: bytes = b""
    """The end of what came before, if it may begin such a command."""

    def listen(self, data: bytes) -> list[tuple[int, Command]]:
        """Each command with how many bytes of `data` had come when it was whole."""
        found: list[tuple[int, Command]] = []
        heard, at = self._heard + data, 0
        while (at := heard.find(DLE, at)) >= 0:
            length = _real_time_length(heard[at : at + _REAL_TIME_LONGEST])
            if length is None or len(heard) < at + length:
                self._heard = heard[at:]
                return found
            if length > 1:
                end = at + length - (len(heard) - len(data))
                found.append((end, Command(heard[at : at + 2], heard[at + 2 : at + length])))
            at += length
        self._heard = b""
        return found


def _real_time_length(data: bytes) -> int | None:
    """How long the command at the start of `data` is; 1 if it is none; None if that can't be told yet."""
    if len(data) < 2:
        return None
    match data[1]:
        case 0x04 | 0x05:
            return 3
        case 0x14:
            parameters = _real_time_request(data[2:])
            return None if parameters is None else 2 + parameters
        case _:
            return 1
