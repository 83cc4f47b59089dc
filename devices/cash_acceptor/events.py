"""What a cash acceptor's link tells, whatever its protocol: past tense, in the order in which it happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from devices.cash_acceptor.notes import Note, Unit


class Reach(Enum):
    GONE = auto()
    """There is no wire, or nothing answers."""
    STARTING = auto()
    READY = auto()
    FAULTY = auto()
    """It answers, and can't be used."""


@dataclass(frozen=True, slots=True)
class Health:
    """As of the last reply."""

    reach: Reach = Reach.GONE
    reason: str = ""
    """For the technician: why it is gone or faulty."""
    jammed: bool = False
    box_full: bool = False
    box_out: bool = False


@dataclass(frozen=True, slots=True)
class HealthChanged:
    health: Health


@dataclass(frozen=True, slots=True)
class UnitFound:
    """The unit has said who it is; it takes no note yet."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class NoteReading:
    """A note has been pulled in."""


@dataclass(frozen=True, slots=True)
class NoteHeld:
    """A note of an admitted type is in escrow and stays there until `stack` or `give_back`."""

    note: Note


@dataclass(frozen=True, slots=True)
class NoteCredited:
    """The unit says that a note is past the point of no return: its own credit, which it gives once.

    The link says nothing more to the unit until `taken_down`.
    """

    note: Note | None
    """None: it could not tell the value."""
    at_power_up: bool = False


@dataclass(frozen=True, slots=True)
class NoteReturned:
    """A note that was held, or lay in the path at power-up, is out at the front."""

    note: Note | None
    at_power_up: bool = False


class Refusal(Enum):
    NOT_RECOGNISED = auto()
    """Worn, foreign or forged: the unit can't say which."""
    NOT_TAKEN = auto()
    """Recognised, and of a type that is not taken now."""
    TOO_MANY = auto()
    """Another was in the path."""
    TOO_SOON = auto()
    """Put in while the slot was closed, or closing behind the note before."""
    FAILED = auto()
    """The unit's own transport."""


@dataclass(frozen=True, slots=True)
class NoteRefused:
    """A note went back before it was held."""

    refusal: Refusal
    detail: str


@dataclass(frozen=True, slots=True)
class FraudAttempted:
    """A note was pulled out of the path while it was being stacked."""

    note: Note | None


@dataclass(frozen=True, slots=True)
class SlotOpened:
    """Notes may be put in now."""


@dataclass(frozen=True, slots=True)
class SlotClosed:
    """Nothing comes in any more, and nothing is in the path."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit's own counter of notes stacked, read while nothing moved; None: it keeps none."""

    stacked: int | None
    quiet_s: float
    """For so long nothing had moved."""


Event: TypeAlias = (
    HealthChanged
    | UnitFound
    | NoteReading
    | NoteHeld
    | NoteCredited
    | NoteReturned
    | NoteRefused
    | FraudAttempted
    | SlotOpened
    | SlotClosed
    | Counted
)
