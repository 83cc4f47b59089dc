"""SSP packets as the unit sees them (GA138, transport layer).

`STX | SEQ/ADDRESS | LENGTH | DATA | CRCL | CRCH`: the CRC covers all but STX, before byte stuffing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

STX = 0x7F
SEQUENCE = 0x80
_CRC_SEED = 0xFFFF
_CRC_POLYNOMIAL = 0x8005  # X16 + X15 + X2 + 1, forward
_OVERHEAD = 4  # SEQ/ADDRESS, LENGTH, CRCL, CRCH


def checksum(body: bytes) -> bytes:
    """The CRC of everything between STX and itself, low byte first."""
    crc = _CRC_SEED
    for byte in body:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ _CRC_POLYNOMIAL if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc.to_bytes(2, "little")


@dataclass(frozen=True, slots=True)
class Packet:
    header: int
    """Sequence flag (bit 7) and slave address (bits 6 to 0)."""
    data: bytes

    @property
    def address(self) -> int:
        return self.header & ~SEQUENCE

    @property
    def sequence(self) -> int:
        return self.header & SEQUENCE

    def to_wire(self) -> bytes:
        body = bytes([self.header, len(self.data)]) + self.data
        body += checksum(body)
        return bytes([STX]) + body.replace(b"\x7f", b"\x7f\x7f")


@dataclass(slots=True)
class PacketReader:
    """Takes the wire apart. What is damaged is dropped without a word, as a unit does: the host will repeat it."""

    _body: bytearray | None = field(default=None, init=False)
    """None: waiting for STX."""
    _lone: bool = field(default=False, init=False)
    """The last byte was an STX inside a packet: the next one tells whether it was stuffed."""

    def feed(self, received: bytes) -> list[Packet]:
        return [packet for byte in received if (packet := self._take(byte)) is not None]

    def _take(self, byte: int) -> Packet | None:
        if byte == STX and not self._lone:
            if self._body:
                self._lone = True
            else:
                self._body = bytearray()
            return None
        if self._lone and byte != STX:
            self._body = bytearray()  # a lone sync byte: discard, and treat the next byte as an address byte
        self._lone = False
        if self._body is None:
            return None
        self._body.append(byte)
        return self._whole()

    def _whole(self) -> Packet | None:
        body = self._body
        if body is None or len(body) < 2 or len(body) < body[1] + _OVERHEAD:
            return None
        self._body = None
        checked, crc = bytes(body[:-2]), bytes(body[-2:])
        return Packet(checked[0], checked[2:]) if crc == checksum(checked) else None
