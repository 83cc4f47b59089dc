"""What a printer says of itself, bit by bit (ESC/POS Command Reference: DLE EOT, GS r).

Every answer is three-valued: yes, no, or can't tell. A printer that does not answer, answers late, or with a
byte that is no status, is a fault that has a name; nothing is ever taken for granted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

_FIXED = 0b1001_0011  # bits 0, 1, 4 and 7 tell the kinds of answers apart
_REAL_TIME = 0b0001_0010
_QUEUED_FIXED = 0b1001_0000


class Unknown(Enum):
    """Why a question has no answer."""

    NOT_ASKED = auto()
    NO_ANSWER = auto()
    LATE = auto()
    """It came after the deadline, when it might as well answer another question."""
    NOT_A_STATUS = auto()
    """The fixed bits are wrong: flow control, another command's answer, or noise."""
    AMBIGUOUS = auto()
    """Two bytes for one question."""


_SILENCE = (Unknown.NOT_ASKED, Unknown.NO_ANSWER, Unknown.LATE)

Answer: TypeAlias = int | Unknown


def is_real_time(byte: int) -> bool:
    """Whether a byte can be the answer to DLE EOT: bits 1 and 4 are set, 0 and 7 are not."""
    return byte & _FIXED == _REAL_TIME


def is_queued(byte: int) -> bool:
    """Whether a byte can be the answer to GS r: bits 4 and 7 are not set."""
    return byte & _QUEUED_FIXED == 0


def read_answer(heard: bytes, asked: int = 1) -> Answer:
    """What the bytes that came in time say to a DLE EOT that was sent `asked` times."""
    if not heard:
        return Unknown.NO_ANSWER
    if len(heard) > asked:
        return Unknown.AMBIGUOUS
    statuses = [byte for byte in heard if is_real_time(byte)]
    return statuses[-1] if statuses else Unknown.NOT_A_STATUS


def paper_end_of_queued(byte: int) -> bool:
    """GS r 1, bits 2 and 3: the printer has no paper."""
    return bool(byte & 0b1100)


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """One round of answers, by DLE EOT number; `None` of a property means: can't tell."""

    answers: Mapping[int, Answer] = field(default_factory=dict)

    @property
    def silent(self) -> bool:
        """Whether nothing at all was said in time."""
        return all(answer in _SILENCE for answer in self.answers.values())

    @property
    def unanswered(self) -> dict[int, Unknown]:
        """The questions asked in vain, with the reason."""
        return {n: answer for n, answer in self.answers.items() if isinstance(answer, Unknown)}

    def with_late_answer(self) -> PrinterStatus:
        """The same round, once an answer has come after all, too late to be used."""
        late = {
            n: Unknown.LATE if answer is Unknown.NO_ANSWER else answer for n, answer in self.answers.items()
        }
        return PrinterStatus(late)

    @property
    def offline(self) -> bool | None:
        return self._bits(1, 0b0000_1000)

    @property
    def cover_open(self) -> bool | None:
        return self._bits(2, 0b0000_0100)

    @property
    def stopped_by_paper_end(self) -> bool | None:
        return self._bits(2, 0b0010_0000)

    @property
    def error(self) -> bool | None:
        return self._bits(2, 0b0100_0000)

    @property
    def cutter_error(self) -> bool | None:
        return self._bits(3, 0b0000_1000)

    @property
    def unrecoverable(self) -> bool | None:
        return self._bits(3, 0b0010_0000)

    @property
    def waits_to_recover(self) -> bool | None:
        """Too hot, for instance: it goes on by itself."""
        return self._bits(3, 0b0100_0000)

    @property
    def paper_near_end(self) -> bool | None:
        return self._both_bits(0b0000_1100)

    @property
    def paper_end(self) -> bool | None:
        """Said by the sensor (n = 4) or by the stop (n = 2); either is enough."""
        sensor = self._both_bits(0b0110_0000)
        return True if self.stopped_by_paper_end else sensor

    def _bits(self, n: int, mask: int) -> bool | None:
        answer = self.answers.get(n, Unknown.NOT_ASKED)
        return bool(answer & mask) if isinstance(answer, int) else None

    def _both_bits(self, mask: int) -> bool | None:
        """The paper sensors' bits come in pairs; a pair that disagrees says nothing."""
        answer = self.answers.get(4, Unknown.NOT_ASKED)
        if isinstance(answer, Unknown):
            return None
        return {0: False, mask: True}.get(answer & mask)
