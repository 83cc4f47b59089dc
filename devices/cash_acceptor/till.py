"""What the host remembers of a cash acceptor's money, and how each thing that happens changes it. Pure.

A note is credited by the unit's own word, once: to the open transaction if it was that transaction's note. What the
unit says beyond that is put aside as astray until the unit's counter of stacked notes, read while nothing moves, shows
whether it was another note (unclaimed cash, with an alarm) or the same one told again. A difference between that
counter and the credits is never passed over: it settles a transaction whose end was not told, or it is an alarm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from devices.contract import CashInState

UNRECOGNISED = "unrecognized"
"""Stands for a note's type where the unit could not tell it."""


class Phase(StrEnum):
    """Where the note of the last transaction is."""

    NONE = "none"
    """The transaction has no note, or its end is known."""
    HELD = "held"
    STACKING = "stacking"
    """It was told to go into the box."""
    RETURNING = "returning"


@dataclass(frozen=True, slots=True)
class Transaction:
    """The last cash-in transaction; ACTIVE until a command or the loss of its client ends it."""

    status: CashInState = CashInState.OK
    note: str | None = None
    """The type of the note that it accepted."""
    phase: Phase = Phase.NONE
    refused: int = 0


class Alarm(StrEnum):
    UNCLAIMED = "unclaimed cash"
    VALUE_UNKNOWN = "stacked note of unknown value"
    OTHER_NOTE = "another note than the one held was stacked"
    UNASKED = "the unit stacked a note that it was not told to stack"
    RETURNED_BY_UNIT = "the unit returned a note by itself"
    IN_DOUBT = "the end of a note is not known"
    DIFFERENCE = "the unit's counter differs from the credits it gave"
    OTHER_UNIT = "another unit is on the wire"
    FRAUD = "a note was pulled out while it was stacked"
    TOLD_TWICE = "a credit was told again and not counted"


@dataclass(frozen=True, slots=True)
class Line:
    """For the technician and the day's reconciliation."""

    alarm: Alarm
    detail: str


@dataclass(frozen=True, slots=True)
class Till:
    box: Mapping[str, int] = field(default_factory=dict)
    """Notes in the box by type."""
    unrecognised: int = 0
    """Notes in the box whose type is not known."""
    unclaimed: Mapping[str, int] = field(default_factory=dict)
    """How many of them belong to no transaction."""
    astray: tuple[str, ...] = ()
    """Credits that fitted no transaction and have not been judged yet."""
    serial: str | None = None
    counter: int | None = None
    """What the unit's counter of stacked notes should say; None: it keeps none, or was never asked."""
    settled: bool = False
    """The unit's counter has been compared since it was last met, and nothing is open."""
    accurate: bool = True
    box_out: bool = False
    box_moved: bool = False
    """It was taken out and put back, and nobody has said why."""
    transaction: Transaction = Transaction()

    @property
    def notes_in_box(self) -> int:
        return sum(self.box.values()) + self.unrecognised

    @property
    def is_open(self) -> bool:
        return self.transaction.status is CashInState.ACTIVE

    @property
    def in_doubt(self) -> bool:
        """A note of the last transaction has no known end yet."""
        return self.transaction.phase is not Phase.NONE


Step: TypeAlias = tuple[Till, tuple[Line, ...]]


# --- commands ---


def started(till: Till) -> Till:
    assert not till.is_open, "one transaction at a time"
    return replace(till, transaction=Transaction(CashInState.ACTIVE))


def told_to(till: Till, phase: Phase) -> Till:
    """The held note is about to be stacked or returned: on disk before the unit is told."""
    assert till.transaction.phase is Phase.HELD, "only a held note can be moved"
    return _with(till, phase=phase)


def ended(till: Till, status: CashInState) -> Till:
    """The transaction is over, whatever has become of its note: what is open stays open in `phase`."""
    return _with(till, status=CashInState.UNKNOWN if till.in_doubt else status)


# --- what the unit says ---


def met(till: Till, serial: str) -> Step:
    """A unit is on the wire, for the first time or again."""
    till = replace(till, settled=False)
    if till.serial in (None, serial):
        return replace(till, serial=serial), ()
    till = replace(till, serial=serial, counter=None)
    lines: tuple[Line, ...] = (Line(Alarm.OTHER_UNIT, f"serial number {serial}"),)
    if till.in_doubt:
        till, more = _doubt(till)
        lines += more
    return till, lines


def held(till: Till, note: str) -> Till:
    return _with(till, note=note, phase=Phase.HELD)


def refused(till: Till) -> Till:
    return _with(till, refused=till.transaction.refused + 1)


def credited(till: Till, note: str | None, *, at_power_up: bool) -> Step:
    """The unit's own credit; None: it could not tell the value."""
    last = till.transaction
    own = last.phase is Phase.STACKING or (at_power_up and till.in_doubt)
    if not own:
        return replace(till, astray=(*till.astray, note or UNRECOGNISED), settled=False), ()
    till = _boxed(till, note or UNRECOGNISED)
    if note == last.note:
        lines = () if last.phase is Phase.STACKING else (Line(Alarm.UNASKED, note or ""),)
        return _close(till, CashInState.OK), lines
    alarm = Alarm.OTHER_NOTE if note else Alarm.VALUE_UNKNOWN
    return _close(till, CashInState.UNKNOWN), (Line(alarm, f"{note or 'unknown'} instead of {last.note}"),)


def returned(till: Till, *, at_power_up: bool) -> Step:
    """A note is out at the front.

    Where the unit could not be heard it may be another one than was told to be stacked: then its counter decides.
    """
    lines = (Line(Alarm.RETURNED_BY_UNIT, till.transaction.note or "unknown"),) if at_power_up else ()
    unheard = till.transaction.phase is Phase.STACKING and not till.settled and till.counter is not None
    return (_close(till, CashInState.ROLLBACK) if till.in_doubt and not unheard else till), lines


def pulled_out(till: Till) -> Step:
    line = Line(Alarm.FRAUD, till.transaction.note or "unknown")
    return (_close(till, CashInState.ROLLBACK) if till.in_doubt else till), (line,)


def counted(till: Till, stacked: int | None, *, at_rest: bool) -> Step:
    """The unit's counter of stacked notes. `at_rest`: nothing has moved for so long that no note is on its way.

    Before that only a counter that fits settles anything; one that differs may still be catching up.
    """
    if stacked is None or till.counter is None:
        return _uncounted(replace(till, counter=stacked)) if at_rest or _is_clear(till) else (till, ())
    more = stacked - till.counter
    if more == 0 and _is_clear(till):
        return replace(till, settled=True), ()
    if not at_rest:
        return till, ()
    till = replace(till, counter=stacked)
    till, more, first = _own_note(till, more)
    till, more, second = _strays(till, more)
    till, third = _unexplained(till, more)
    return replace(till, settled=True), (*first, *second, *third)


def _own_note(till: Till, more: int) -> tuple[Till, int, tuple[Line, ...]]:
    """The note of a transaction whose end was not told: one more in the counter is that note."""
    note = till.transaction.note
    if not till.in_doubt:
        return till, more, ()
    if more < 1 or note is None:
        return _close(till, CashInState.ROLLBACK), more, ()
    astray = list(till.astray)
    if note in astray:
        astray.remove(note)
    lines = () if till.transaction.phase is Phase.STACKING else (Line(Alarm.UNASKED, note),)
    boxed = _boxed(replace(till, astray=tuple(astray)), note, counts=False)
    return _close(boxed, CashInState.OK), more - 1, lines


def _strays(till: Till, more: int) -> tuple[Till, int, tuple[Line, ...]]:
    """Credits that fitted nothing: as many as the counter bears out were notes, the rest were told twice."""
    lines: list[Line] = []
    for note in till.astray:
        if more > 0:
            till, more = _unclaimed(till, note), more - 1
            lines.append(Line(Alarm.UNCLAIMED, note))
        else:
            lines.append(Line(Alarm.TOLD_TWICE, note))
    return replace(till, astray=()), more, tuple(lines)


def _unexplained(till: Till, more: int) -> Step:
    if more == 0:
        return till, ()
    till = replace(till, accurate=False, unrecognised=till.unrecognised + max(more, 0))
    return till, (Line(Alarm.DIFFERENCE, f"{more:+d} notes"),)


def _uncounted(till: Till) -> Step:
    """Without a counter to compare: what is open can't be settled, and what is astray is taken for money."""
    lines = [Line(Alarm.UNCLAIMED, note) for note in till.astray]
    for note in till.astray:
        till = _unclaimed(till, note)
    till, more = _doubt(till) if till.in_doubt else (till, ())
    return replace(till, astray=(), settled=True), (*lines, *more)


# --- parts ---


def _is_clear(till: Till) -> bool:
    return not till.astray and not till.in_doubt


def _with(
    till: Till,
    *,
    status: CashInState | None = None,
    note: str | None = None,
    phase: Phase | None = None,
    refused: int | None = None,
) -> Till:
    last = till.transaction
    return replace(
        till,
        transaction=Transaction(
            last.status if status is None else status,
            last.note if note is None else note,
            last.phase if phase is None else phase,
            last.refused if refused is None else refused,
        ),
    )


def _close(till: Till, status: CashInState) -> Till:
    """The note's end is known, and with it the transaction's."""
    return _with(till, status=status, phase=Phase.NONE)


def _doubt(till: Till) -> Step:
    return _close(till, CashInState.UNKNOWN), (Line(Alarm.IN_DOUBT, till.transaction.note or "unknown"),)


def _boxed(till: Till, note: str, *, counts: bool = True) -> Till:
    """One note more in the box; `counts`: the unit's counter will show it too."""
    counter = till.counter + 1 if counts and till.counter is not None else till.counter
    if note == UNRECOGNISED:
        return replace(till, unrecognised=till.unrecognised + 1, counter=counter)
    return replace(till, box={**till.box, note: till.box.get(note, 0) + 1}, counter=counter)


def _unclaimed(till: Till, note: str) -> Till:
    till = _boxed(till, note, counts=False)
    return replace(till, unclaimed={**till.unclaimed, note: till.unclaimed.get(note, 0) + 1})
