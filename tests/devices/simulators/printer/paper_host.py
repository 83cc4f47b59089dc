"""A host for the printer's tests: bytes in, a turned clock, and what came out."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.simulators.printer.paper import text_of
from devices.simulators.printer.unit import Model, PrinterUnit, Slip

CUT = b"\x1dV\x41\x00"
STATUS = {n: bytes([0x10, 0x04, n]) for n in (1, 2, 3, 4)}
PRINTED = b"\x1dr\x01"
CLEAR = bytes.fromhex("10 14 08 01 03 14 01 06 02 08")


def gb(text: str) -> bytes:
    return text.encode("gb18030")


@dataclass
class Bench:
    model: Model = field(default_factory=Model)
    now: float = 50.0

    def __post_init__(self) -> None:
        self.unit = PrinterUnit(self.model, self.now - self.model.boot_s)

    def send(self, data: bytes) -> None:
        self.unit.receive(data, self.now)

    def wait(self, seconds: float = 30.0) -> None:
        self.now += seconds
        self.unit.advance(self.now)

    def heard(self) -> bytes:
        return b"".join(self.unit.take_replies())

    def ask(self, data: bytes) -> bytes:
        self.send(data)
        return self.heard()

    def slips(self) -> list[Slip]:
        return self.unit.take_slips()

    def print(self, job: bytes) -> str:
        """One job with a cut; the text of its slip."""
        self.send(job + CUT)
        self.wait()
        (slip,) = self.slips()
        return text_of(slip.rows)
