"""The note path: rollers, sensors and the box behind them, with time turned from outside.

It moves notes and knows nothing of SSP; what a note may do is decided by the unit that owns it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from devices.simulators.acceptor.model import Times
from devices.simulators.acceptor.note import JAMMED, Contents, Held, Kind, Note, Place, with_one_more

_JAM_AT, _CREDIT_AT = 0.4, 0.6  # parts of the way from escrow into the box
_TOWARDS_BOX = frozenset({Place.STACKING, Place.CREDITED})
_AFTER_JAM = {Place.JAMMED_SAFE: Place.STACKING, Place.JAMMED_UNSAFE: Place.REJECTING}


class Landmark(Enum):
    """What the sensors see a note do."""

    READ = auto()
    CREDIT_POINT = auto()
    IN_BOX = auto()
    OUT = auto()
    """It sticks out of the slot."""
    JAM = auto()
    PULLED_BACK = auto()
    CLEARED_OUT = auto()
    """Pushed out at power-up."""
    CLEARED_IN = auto()
    """Carried into the box at power-up."""


@dataclass(frozen=True, slots=True)
class Arrival:
    landmark: Landmark
    held: Held
    """As it was just before."""
    at: float


class NotePath:
    """Holds at most one note; every change is in `contents`, which is what stays when the power goes."""

    def __init__(self, contents: Contents, times: Times) -> None:
        self.contents = contents
        self._times = times
        self._due: float | None = None
        self._clearing = False

    @property
    def free(self) -> bool:
        return self.contents.held is None and self.contents.slot is None

    @property
    def place(self) -> Place | None:
        return self.contents.held.place if self.contents.held is not None else None

    @property
    def clearing(self) -> bool:
        return self._clearing

    def next_due(self) -> float | None:
        return self._due

    # --- orders ---

    def take_in(self, note: Note, now: float) -> None:
        """The rollers pull a note in to read it."""
        assert self.free, "one note at a time"
        inserted = self.contents.inserted + 1
        self.contents = replace(self.contents, held=Held(note, Place.READING), inserted=inserted)
        self._due = now + self._times.read

    def hold(self) -> None:
        """The note that was read waits in escrow, its value known."""
        self.contents = replace(
            self.contents, held=replace(self._held(), place=Place.ESCROW, value_known=True)
        )

    def stack(self, now: float) -> None:
        held = self._move(Place.STACKING)
        stops = held.note.kind in {Kind.JAMS, Kind.PULLED_BACK}
        self._due = now + self._times.stack * (_JAM_AT if stops else _CREDIT_AT)

    def reject(self, now: float) -> None:
        self._move(Place.REJECTING)
        self._due = now + self._times.reject

    def credit_told(self) -> None:
        """Remember past a power cut that the note between credit point and box has been credited."""
        if self.place is Place.CREDITED:
            self.contents = replace(self.contents, held=replace(self._held(), credit_told=True))

    def reset_counters(self) -> None:
        self.contents = replace(self.contents, stacked=0, rejected=0)

    def stop(self) -> None:
        """The power is gone: the note stays where it is."""
        self._due = None
        self._clearing = False

    def clear(self, now: float) -> None:
        """Power-up: a note on its way to the box goes in, any other goes out; one that is stuck stays stuck."""
        if self.place is None or self.place in JAMMED:
            return
        self._clearing = True
        if self.place in _TOWARDS_BOX:
            self._due = now + self._times.stack
        else:
            self.reject(now)

    # --- time ---

    def arrive(self) -> Arrival:
        """Let the note reach the landmark that is due."""
        held, at = self._held(), self._due
        assert at is not None
        self._due = None
        match held.place:
            case Place.READING:
                landmark = self._read(held)
            case Place.STACKING if not self._clearing:
                landmark = self._go_to_box(held, at)
            case Place.STACKING | Place.CREDITED:
                landmark = self._into_box(held)
            case Place.REJECTING:
                landmark = self._out(held)
            case Place.ESCROW | Place.JAMMED_SAFE | Place.JAMMED_UNSAFE:
                raise AssertionError("a note at rest goes nowhere by itself")
        return Arrival(landmark, held, at)

    def _read(self, held: Held) -> Landmark:
        match held.note.kind:
            case Kind.JAMS_UNSAFE:
                self._move(Place.JAMMED_UNSAFE)
            case Kind.JAMS_UNREAD:
                self._move(Place.JAMMED_SAFE)
            case _:
                return Landmark.READ
        return Landmark.JAM

    def _go_to_box(self, held: Held, at: float) -> Landmark:
        match held.note.kind:
            case Kind.JAMS:
                self._move(Place.JAMMED_SAFE)
                return Landmark.JAM
            case Kind.PULLED_BACK:
                self.contents = replace(self.contents, held=None, returned=self.contents.returned + 1)
                return Landmark.PULLED_BACK
            case _:
                self._move(Place.CREDITED)
                self._due = at + self._times.stack * (1 - _CREDIT_AT)
                return Landmark.CREDIT_POINT

    def _into_box(self, held: Held) -> Landmark:
        box = with_one_more(self.contents.box, held.note.value)
        self.contents = replace(self.contents, held=None, box=box, stacked=self.contents.stacked + 1)
        return Landmark.CLEARED_IN if self._was_clearing() else Landmark.IN_BOX

    def _out(self, held: Held) -> Landmark:
        self.contents = replace(self.contents, held=None, slot=held.note, returned=self.contents.returned + 1)
        if self._was_clearing():
            return Landmark.CLEARED_OUT
        self.contents = replace(self.contents, rejected=self.contents.rejected + 1)
        return Landmark.OUT

    def _was_clearing(self) -> bool:
        was, self._clearing = self._clearing, False
        return was

    # --- hands ---

    def free_jam(self) -> None:
        """A technician pulls the note straight; where it goes is settled at the next power-up."""
        held = self._held()
        straight = held.note if held.note.kind is Kind.FORGED else replace(held.note, kind=Kind.GENUINE)
        self.contents = replace(
            self.contents, held=replace(held, note=straight, place=_AFTER_JAM[held.place])
        )

    def take_out(self) -> None:
        """A technician takes the note out of the open path."""
        assert self.contents.held is not None
        self.contents = replace(self.contents, held=None, taken_out=self.contents.taken_out + 1)

    def take_from_slot(self) -> None:
        self.contents = replace(self.contents, slot=None)

    def move_box(self, *, inside: bool) -> None:
        self.contents = replace(self.contents, box_in=inside)

    def empty_box(self) -> None:
        box, before = self.contents.box, self.contents.collected
        collected = {value: box.get(value, 0) + before.get(value, 0) for value in box.keys() | before.keys()}
        self.contents = replace(self.contents, box={}, collected=collected)

    def _held(self) -> Held:
        assert self.contents.held is not None, "there is a note in the path"
        return self.contents.held

    def _move(self, place: Place) -> Held:
        held = replace(self._held(), place=place)
        self.contents = replace(self.contents, held=held)
        return held
