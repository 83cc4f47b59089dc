"""What a payment wants done: imperative. Each is justified by an event that is on disk already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from hall.contract import ClaimKind


@dataclass(frozen=True, slots=True)
class CountBox:
    """Ask the device what lies in the box."""


@dataclass(frozen=True, slots=True)
class AwaitNote:
    """Open the slot for the next note."""


@dataclass(frozen=True, slots=True)
class StackNote:
    pass


@dataclass(frozen=True, slots=True)
class ReturnNote:
    pass


@dataclass(frozen=True, slots=True)
class CloseSlot:
    pass


@dataclass(frozen=True, slots=True)
class AskCounts:
    """Ask what became of the last note, as soon as the device can be reached."""


@dataclass(frozen=True, slots=True)
class OpenClaim:
    claim: ClaimKind
    amount_minor: int | None
    evidence: tuple[tuple[str, str], ...]
    difference: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class IssueReceipt:
    pass


@dataclass(frozen=True, slots=True)
class TellHall:
    """There is something in the outbox."""


@dataclass(frozen=True, slots=True)
class PrintSlip:
    pass


Command: TypeAlias = (
    CountBox
    | AwaitNote
    | StackNote
    | ReturnNote
    | CloseSlot
    | AskCounts
    | OpenClaim
    | IssueReceipt
    | TellHall
    | PrintSlip
)
