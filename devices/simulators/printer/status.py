"""What the printer answers about itself, bit by bit (ESC/POS reference: DLE EOT, GS r, GS a, GS I)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CLEARED = bytes([0x37, 0x25, 0x00])
"""The answer to DLE DC4, function 8."""
_REAL_TIME = 0b0001_0010
_ASB_FIRST = 0b0001_0000


class Paper(StrEnum):
    FULL = "full"
    LOW = "low"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Sensors:
    paper: Paper = Paper.FULL
    cover_open: bool = False
    cutter_error: bool = False

    @property
    def offline(self) -> bool:
        return self.paper is Paper.OUT or self.cover_open or self.cutter_error


def real_time(n: int, sensors: Sensors) -> bytes:
    """DLE EOT n: one byte; nothing for an n that the printer does not know."""
    end = sensors.paper is Paper.OUT
    match n:
        case 1:
            bits = 8 * sensors.offline | 0x20 * sensors.cutter_error
        case 2:
            bits = 4 * sensors.cover_open | 0x20 * end | 0x40 * sensors.cutter_error
        case 3:
            bits = 8 * sensors.cutter_error
        case 4:
            bits = 0x0C * (sensors.paper is not Paper.FULL) | 0x60 * end
        case _:
            return b""
    return bytes([_REAL_TIME | bits])


def queued(n: int, sensors: Sensors) -> bytes:
    """GS r n: 1 the paper sensors, 2 the drawer's contact; it waits in the buffer for its turn."""
    if n in {1, 49}:
        return bytes([3 * (sensors.paper is not Paper.FULL) | 0x0C * (sensors.paper is Paper.OUT)])
    return b"\0" if n in {2, 50} else b""


def automatic(sensors: Sensors) -> bytes:
    """GS a: the four bytes that are sent unasked when something changes."""
    first = _ASB_FIRST | 8 * sensors.offline | 0x20 * sensors.cover_open
    paper = 3 * (sensors.paper is not Paper.FULL) | 0x0C * (sensors.paper is Paper.OUT)
    return bytes([first, 8 * sensors.cutter_error, paper, 0x0F])


def identity(n: int) -> bytes:
    """GS I n: the model as one byte, or a text between an underscore and NUL."""
    if n in {1, 2, 3, 49, 50, 51}:
        return bytes([{1: 0x20, 2: 0x02, 3: 0x01}[n % 48]])
    texts = {65: "1.08", 66: "BRIGHTHALL", 67: "SIM-80", 68: "SIM0000001", 69: "CHINA GB18030"}
    return b"_" + texts[n].encode() + b"\0" if n in texts else b""
