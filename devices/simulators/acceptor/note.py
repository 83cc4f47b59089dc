"""A note, where it is in the validator, and what the validator holds: what stays when the power goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What happens to a note on its way."""

    GENUINE = "genuine"
    FORGED = "forged"
    JAMS = "jams"
    """Sticks between escrow and box, out of the customer's reach."""
    JAMS_UNSAFE = "jams-unsafe"
    """Sticks while it is read, where the customer could still pull it out."""
    JAMS_UNREAD = "jams-unread"
    """Sticks behind the sensors before its value is known."""
    PULLED_BACK = "pulled-back"
    """Hangs on a string, and is pulled out again while it is stacked."""


class Place(StrEnum):
    """Where in the path a note is."""

    READING = "reading"
    ESCROW = "escrow"
    STACKING = "stacking"
    CREDITED = "credited"
    """Past the point from which a customer could pull it back, not yet in the box."""
    REJECTING = "rejecting"
    JAMMED_SAFE = "jammed-safe"
    JAMMED_UNSAFE = "jammed-unsafe"


JAMMED = frozenset({Place.JAMMED_SAFE, Place.JAMMED_UNSAFE})


@dataclass(frozen=True, slots=True)
class Note:
    value: int
    """In yuan."""
    kind: Kind = Kind.GENUINE


@dataclass(frozen=True, slots=True)
class Held:
    """The one note in the path, with what the unit's non-volatile memory keeps about it."""

    note: Note
    place: Place
    value_known: bool = False
    credit_told: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that outlives a power cut.

    Whatever happens: inserted = in the box + collected + returned + taken out by hand + (1 if held).
    """

    held: Held | None = None
    slot: Note | None = None
    """A returned note that sticks out until somebody takes it; it counts as returned."""
    box: Mapping[int, int] = field(default_factory=dict)
    """Notes by value in yuan."""
    box_in: bool = True
    collected: Mapping[int, int] = field(default_factory=dict)
    """What has been emptied out of the box."""
    inserted: int = 0
    returned: int = 0
    taken_out: int = 0
    stacked: int = 0
    """The unit's own counter, GET COUNTERS; RESET COUNTERS clears it."""
    rejected: int = 0
    """Likewise."""

    def __post_init__(self) -> None:
        inside = self.notes_in_box + sum(self.collected.values()) + (self.held is not None)
        assert self.inserted == inside + self.returned + self.taken_out, (
            "physics loses no note and makes none"
        )

    @property
    def notes_in_box(self) -> int:
        return sum(self.box.values())


def with_one_more(box: Mapping[int, int], value: int) -> dict[int, int]:
    return {**box, value: box.get(value, 0) + 1}
