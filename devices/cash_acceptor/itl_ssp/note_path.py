"""Where the one note in a unit's path is, told from its polls, and what that means for everybody else. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from enum import Enum, auto

from devices.cash_acceptor import events as told
from devices.cash_acceptor.itl_ssp.codes import ACKNOWLEDGED_EVENTS, REJECT_CODES, EventCode
from devices.cash_acceptor.itl_ssp.replies import Event
from devices.cash_acceptor.notes import Note

_MOVING = frozenset(
    {
        EventCode.READ_NOTE,
        EventCode.NOTE_STACKING,
        EventCode.NOTE_STACKED,
        EventCode.NOTE_REJECTING,
        EventCode.NOTE_REJECTED,
        EventCode.CREDIT_NOTE,
        EventCode.FRAUD_ATTEMPT,
        EventCode.SAFE_NOTE_JAM,
        EventCode.UNSAFE_NOTE_JAM,
        EventCode.NOTE_CLEARED_FROM_FRONT,
        EventCode.NOTE_CLEARED_INTO_CASHBOX,
        EventCode.NOTE_PATH_OPEN,
        EventCode.INITIALISING,
        EventCode.SLAVE_RESET,
    }
)
_JAMS = frozenset({EventCode.SAFE_NOTE_JAM, EventCode.UNSAFE_NOTE_JAM, EventCode.NOTE_PATH_OPEN})
_HOST_REJECTED, _ESCROW_TIME_OUT = 0x08, 0x13
_REFUSALS = {
    0x06: told.Refusal.NOT_TAKEN,
    0x07: told.Refusal.TOO_MANY,
    0x0C: told.Refusal.NOT_TAKEN,
    0x0D: told.Refusal.FAILED,
    0x1D: told.Refusal.FAILED,
}


class Order(Enum):
    STACK = auto()
    GIVE_BACK = auto()


class NotePath:
    """Takes in each poll's events; `tell` fills up with what they mean."""

    def __init__(self) -> None:
        self.tell: deque[told.Event] = deque()
        self.admitted: frozenset[Note] = frozenset()
        self.jammed = False
        self.rejected = False
        """A note has come out, and nobody has asked yet why."""
        self.owes_acknowledgement = False
        self.quiet_since: float | None = None
        """None: something moves, or nothing is known."""
        self._forget()

    def _forget(self) -> None:
        self.in_escrow = False
        self.order: Order | None = None
        self._note: Note | None = None
        self._unwanted = False
        self._reading = False

    def lost(self) -> None:
        """The unit can't be heard, or has begun anew: what it will say of its note, nobody knows."""
        self._forget()
        self.quiet_since = None

    # --- orders ---

    @property
    def held(self) -> bool:
        """In escrow, and not to be stacked: a poll would stack it."""
        return self.in_escrow and self.order is not Order.STACK

    def undecided(self) -> bool:
        return self.in_escrow and self.order is None

    def give(self, order: Order) -> None:
        """About the note that is held; without one there is nothing to order."""
        if self.in_escrow and self.order is None:
            self.order = order

    def leaves_escrow(self) -> None:
        """It was told to, or is not there any more."""
        self.in_escrow = False

    def give_up(self) -> bool:
        """Nothing has moved for long: whether a note is forgotten that way, of which no end was told."""
        lost = self.order is not None or self._note is not None
        self._forget()
        return lost

    # --- what the unit says ---

    def polled(
        self, events: Sequence[Event], channels: Mapping[int, Note], now: float, *, unread: bool
    ) -> None:
        """`unread`: the reply told more than could be read."""
        codes = [event.code for event in events]
        if EventCode.READ_NOTE in codes and self.quiet_since is not None:
            self._forget()  # after a rest it is another note, whatever became of the last one
        self.jammed = not _JAMS.isdisjoint(codes)
        self.owes_acknowledgement = not ACKNOWLEDGED_EVENTS.isdisjoint(codes)
        if unread or not _MOVING.isdisjoint(codes):
            self.quiet_since = None
        elif self.quiet_since is None:
            self.quiet_since = now
        for event in events:
            note = channels.get(event.channel) if event.channel is not None else None
            self._heard(event, note)

    def _heard(self, event: Event, note: Note | None) -> None:
        match event.code:
            case EventCode.READ_NOTE if event.channel:
                self._read(note)
            case EventCode.READ_NOTE if not self._reading:
                self._reading = True
                self.tell.append(told.NoteReading())
            case EventCode.CREDIT_NOTE:
                self._end(told.NoteCredited(note))
            case EventCode.NOTE_CLEARED_INTO_CASHBOX:
                self._end(told.NoteCredited(note, at_power_up=True))
            case EventCode.NOTE_CLEARED_FROM_FRONT:
                self._end(told.NoteReturned(note, at_power_up=True))
            case EventCode.FRAUD_ATTEMPT:
                self._end(told.FraudAttempted(note))
            case EventCode.NOTE_REJECTED:
                self.rejected = True
            case _:
                return

    def _read(self, note: Note | None) -> None:
        """A note in escrow; told again and again, it is still the same one."""
        if self.in_escrow or self.order is not None:
            self.in_escrow = self.in_escrow or self.order is Order.GIVE_BACK
            return
        self.in_escrow = True
        if note in self.admitted and note is not None:
            self._note = note
            self.tell.append(told.NoteHeld(note))
        else:
            self.order, self._unwanted = Order.GIVE_BACK, True

    def came_out(self, reject_code: int | None, *, slot_closed: bool) -> None:
        """The rejected note, with the unit's reason if it gave one: in a closed slot every channel is inhibited."""
        self.rejected = False
        if self._note is not None:
            self._end(told.NoteReturned(self._note))
        elif self._unwanted:
            self._end(told.NoteRefused(told.Refusal.TOO_SOON, "read while the slot was closing"))
        elif reject_code in {_HOST_REJECTED, _ESCROW_TIME_OUT}:
            self._end(told.NoteReturned(None))
        else:
            code = -1 if reject_code is None else reject_code
            detail = REJECT_CODES.get(code, "NOT RECOGNISED")
            refusal = _REFUSALS.get(code, told.Refusal.NOT_RECOGNISED)
            if slot_closed and refusal is told.Refusal.NOT_TAKEN:
                refusal = told.Refusal.TOO_SOON
            self._end(told.NoteRefused(refusal, detail if code < 0 else f"{code:02X} {detail}"))

    def _end(self, event: told.Event) -> None:
        self._forget()
        self.tell.append(event)

    def admit(self, notes: Collection[Note]) -> None:
        self.admitted = frozenset(notes)
