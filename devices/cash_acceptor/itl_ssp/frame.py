"""SSP packets (GA138, transport layer). Pure.

    STX | SEQ/ADDRESS | LENGTH | DATA … | CRCL | CRCH

The CRC covers everything between STX and itself, before byte stuffing: every STX after the first is sent twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

STX = 0x7F
SEQUENCE_BIT = 0x80
DATA_MAX = 255
_CRC_SEED = 0xFFFF
_OVERHEAD = 4  # SEQ/ADDRESS, LENGTH and CRC


def _crc_of_byte(byte: int) -> int:
    crc = byte << 8
    for _ in range(8):
        crc = (crc << 1) ^ 0x8005 if crc & 0x8000 else crc << 1  # x16 + x15 + x2 + 1, forward
    return crc & 0xFFFF


_CRC_TABLE = tuple(map(_crc_of_byte, range(256)))


def crc16(body: bytes) -> int:
    crc = _CRC_SEED
    for byte in body:
        crc = (crc << 8 & 0xFFFF) ^ _CRC_TABLE[crc >> 8 ^ byte]
    return crc


@dataclass(frozen=True, slots=True)
class Frame:
    sequence: bool
    address: int
    data: bytes

    def to_bytes(self) -> bytes:
        assert self.address <= 0x7D, "SSP has addresses up to 7D"
        assert len(self.data) <= DATA_MAX, "LENGTH is one byte"
        body = bytes([SEQUENCE_BIT * self.sequence | self.address, len(self.data)]) + self.data
        body += crc16(body).to_bytes(2, "little")
        return bytes([STX]) + body.replace(b"\x7f", b"\x7f\x7f")


@dataclass(frozen=True, slots=True)
class BadBytes:
    """What could not be read, as it came, and why."""

    data: bytes
    reason: str


Item: TypeAlias = Frame | BadBytes


class Decoder:
    """Bytes in, frames out. What the wire says never raises: it comes out as `BadBytes`.

    A lone STX always begins a packet, so one lost byte costs a packet and not the link.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> None:
        self._buffer += data

    def next_item(self) -> Item | None:
        """Take the next item; None when it needs more bytes."""
        if not self._buffer:
            return None
        if self._buffer[0] != STX:
            start = self._buffer.find(STX)
            return self._drop(start if start >= 0 else len(self._buffer), "no STX")
        return self._packet()

    def unread(self) -> bytes:
        """What has come and is not a whole packet yet."""
        return bytes(self._buffer)

    def _packet(self) -> Item | None:
        body, at = bytearray(), 1
        while at < len(self._buffer):
            if self._buffer[at] == STX:
                if not body:
                    return self._drop(at, "a new packet began inside this one")  # no address is 7F
                if at + 1 == len(self._buffer):
                    return None  # the next byte tells whether this one was stuffed
                if self._buffer[at + 1] != STX:
                    return self._drop(at, "a new packet began inside this one")
                at += 1
            body.append(self._buffer[at])
            at += 1
            if len(body) >= 2 and len(body) == body[1] + _OVERHEAD:
                return self._judge(bytes(body), at)
        return None

    def _judge(self, body: bytes, taken: int) -> Item:
        checked, crc = body[:-2], int.from_bytes(body[-2:], "little")
        if crc != crc16(checked):
            return self._drop(taken, f"CRC is {crc:04X}, should be {crc16(checked):04X}")
        del self._buffer[:taken]
        return Frame(bool(checked[0] & SEQUENCE_BIT), checked[0] & ~SEQUENCE_BIT, checked[2:])

    def _drop(self, count: int, reason: str) -> BadBytes:
        dropped = bytes(self._buffer[:count])
        del self._buffer[:count]
        return BadBytes(dropped, reason)
