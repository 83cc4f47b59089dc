"""A cash acceptor behind its service: hears its link, keeps its till on disk, and tells what has changed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

from devices.cash_acceptor import answers
from devices.cash_acceptor import events as told
from devices.cash_acceptor import till as tills
from devices.cash_acceptor.events import Event, Health, Reach
from devices.cash_acceptor.link import AcceptorLink
from devices.cash_acceptor.memory import Memory
from devices.cash_acceptor.notes import Note, Unit
from devices.cash_acceptor.till import Alarm, Line, Phase, Step, Till
from devices.config import CashAcceptorSettings
from devices.contract import (
    Capabilities,
    CashInState,
    ChangedUnits,
    ErrorEvent,
    ItemPosition,
    ItemTarget,
    Status,
    payload_of,
    to_minor,
)
from devices.device import Voice

log = logging.getLogger(__name__)

SETTLE_S = 5.0  # nothing has moved for so long: no note is on its way any more
_EVENT_IDS = {Alarm.FRAUD: "fraudAttempt"}
_QUIET = {Alarm.TOLD_TWICE}  # worth a line, not a technician


class Acceptor:
    """What the command handlers work with. Everything that changes the till is on disk before anything follows."""

    def __init__(
        self,
        settings: CashAcceptorSettings,
        link: AcceptorLink,
        memory: Memory,
        till: Till,
        clock: Callable[[], float],
        stir: Callable[[], None],
    ) -> None:
        """`clock` is the link's; `stir` has its driver look at it."""
        self.settings = settings
        self.till = replace(till, settled=False)
        self.health = Health(box_out=till.box_out)
        self.unit: Unit | None = None
        self.refusals: list[told.NoteRefused] = []
        self.is_slot_open = False
        self.is_slot_closed = False
        self.meetings = 0
        """How often the unit has been met: more after its reset."""
        self._link = link
        self._memory = memory
        self._clock = clock
        self._stir = stir
        self._changed = asyncio.Event()
        self._voice: Voice | None = None
        self._site_notes = {
            note.key: note
            for value in settings.denominations
            if (note := Note(settings.currency, to_minor(value, settings.currency)))
        }
        self.enabled = set(self._site_notes)

    # --- what it is ---

    @property
    def notes(self) -> Mapping[str, Note]:
        """Every type that may ever be named: the site's, and what else the unit can read."""
        return self._site_notes | {note.key: note for note in (self.unit.notes if self.unit else ())}

    def is_taken_here(self, key: str) -> bool:
        return key in self._site_notes

    @property
    def is_usable(self) -> bool:
        """The unit could take a note: it answers, and its counter fits."""
        health = self.health
        stopped = health.jammed or health.box_full or health.box_out
        return health.reach is Reach.READY and not stopped and self.till.settled

    @property
    def is_ready(self) -> bool:
        """Usable, and no note's end is open."""
        return self.is_usable and not self.till.in_doubt

    def status(self) -> Status:
        return answers.status(self.health, self.till, self.settings)

    def capabilities(self) -> Capabilities:
        return answers.capabilities(self.unit)

    def attach(self, voice: Voice) -> None:
        self._voice = voice

    def admitted(self) -> list[Note]:
        """What an open slot lets in: notes of the site that are enabled and that the unit can read."""
        known = self.unit.notes if self.unit else ()
        return [note for key, note in self._site_notes.items() if key in self.enabled and note in known]

    # --- orders ---

    def open_slot(self) -> None:
        self.refusals.clear()
        self.is_slot_open = self.is_slot_closed = False
        self._link.open_slot(self.admitted(), self._clock())
        self._stir()

    def close_slot(self) -> None:
        self.is_slot_open = self.is_slot_closed = False
        self._link.close_slot(self._clock())
        self._stir()

    def move_note(self, phase: Phase) -> None:
        """Stack the held note, or give it back. On disk first; a unit that is away gets no order."""
        if self.health.reach is not Reach.READY:
            return
        self.change((tills.told_to(self.till, phase), ()))
        if phase is Phase.STACKING:
            self._link.stack(self._clock())
        else:
            self._link.give_back(self._clock())
        self._stir()

    def reset_unit(self) -> None:
        self._link.reset(self._clock())
        self._stir()

    async def until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            self._changed.clear()
            await self._changed.wait()

    def wake(self) -> None:
        """Something that `until` waits for may be so now."""
        self._changed.set()

    def end(self, status: CashInState) -> None:
        """The open transaction is over."""
        self.change((tills.ended(self.till, status), ()))

    # --- changes ---

    def change(self, step: Step) -> None:
        before, (self.till, lines) = self.till, step
        if self.till != before or lines:
            self._memory.save(self.till, lines)
        self.wake()
        for line in lines:
            self._alarm(line)
        if self._voice is None:
            return
        if self.till.notes_in_box != before.notes_in_box:
            self._tell_unit("Storage.CountsChangedEvent")
            if before.notes_in_box < self.settings.box_warning <= self.till.notes_in_box:
                self._tell_unit("Storage.StorageThresholdEvent")
        self._voice.status_changed()

    def _alarm(self, line: Line) -> None:
        log.warning("cash acceptor: %s: %s", line.alarm, line.detail)
        if self._voice is not None and line.alarm not in _QUIET:
            event = ErrorEvent(
                event_id=_EVENT_IDS.get(line.alarm, "hardware"),
                action="maintenance",
                vendor_description=f"{line.alarm}: {line.detail}",
            )
            self._voice.publish("Common.ErrorEvent", event)

    def _tell_unit(self, name: str) -> None:
        assert self._voice is not None
        unit = answers.storage_unit(self.health, self.till, self.settings, self.notes)
        self._voice.publish(name, ChangedUnits.model_validate({answers.UNIT: payload_of(unit)}))

    def _publish(self, name: str, payload: ItemPosition | ItemTarget) -> None:
        if self._voice is not None:
            self._voice.publish(name, payload)

    # --- what the link tells ---

    def heard(self, event: Event) -> None:
        match event:
            case told.HealthChanged(health):
                self._feels(health)
            case told.UnitFound(unit):
                self.unit, self.meetings = unit, self.meetings + 1
                log.info("cash acceptor: %s %s, %s", unit.model, unit.serial, unit.protocol)
                self.change(tills.met(self.till, unit.serial))
                self._warn_of_strangers(unit)
            case told.Counted(stacked, quiet_s):
                self.change(tills.counted(self.till, stacked, at_rest=quiet_s >= SETTLE_S))
                if self.till.in_doubt or not self.till.settled:
                    self._link.count(self._clock())
            case told.SlotOpened():
                self.is_slot_open = True
            case told.SlotClosed():
                self.is_slot_closed = True
            case _:
                self._note_moved(event)
        self.wake()

    def _warn_of_strangers(self, unit: Unit) -> None:
        """A unit set up for another site: what it would take for ours stays inhibited."""
        strange = ", ".join(str(note) for note in unit.notes if not self.is_taken_here(note.key))
        if not strange:
            return
        told = f"the unit reads notes that are none of this site and stay inhibited: {strange}"
        log.warning("cash acceptor: %s", told)
        if self._voice is not None:
            event = ErrorEvent(event_id="hardware", action="configuration", vendor_description=told)
            self._voice.publish("Common.ErrorEvent", event)

    def _note_moved(self, event: Event) -> None:
        match event:
            case told.NoteHeld(note):
                self._holds(note)
            case told.NoteCredited(note, at_power_up):
                self._credits(note, at_power_up=at_power_up)
            case told.NoteReturned(_, at_power_up):
                self._returns(at_power_up=at_power_up)
            case told.NoteRefused():
                self.refusals.append(event)
                self.change((tills.refused(self.till) if self.till.is_open else self.till, ()))
            case told.FraudAttempted():
                self.change(tills.pulled_out(self.till))
            case _:
                log.debug("cash acceptor: %s", event)

    def _feels(self, health: Health) -> None:
        before, self.health = self.health, health
        if before.reach != health.reach or before.jammed != health.jammed:
            log.warning(
                "cash acceptor: %s%s%s",
                health.reach.name.lower(),
                ", jammed" if health.jammed else "",
                f": {health.reason}" if health.reason else "",
            )
        moved = before.box_out and not health.box_out
        self.change((replace(self.till, box_out=health.box_out, box_moved=self.till.box_moved or moved), ()))
        if self._voice is not None and (before.box_out, before.box_full) != (health.box_out, health.box_full):
            self._tell_unit("Storage.StorageChangedEvent")

    def _holds(self, note: Note) -> None:
        if not self.till.is_open or self.till.in_doubt:
            log.error("cash acceptor: %s held outside a transaction: it goes back", note)
            self._link.give_back(self._clock())
            return
        self.change((tills.held(self.till, note.key), ()))

    def _credits(self, note: Note | None, *, at_power_up: bool) -> None:
        self.change(tills.credited(self.till, note.key if note else None, at_power_up=at_power_up))
        self._link.taken_down(self._clock())
        if at_power_up:
            self._publish(
                "CashManagement.MediaDetectedEvent", ItemTarget(target="singleUnit", unit=answers.UNIT)
            )

    def _returns(self, *, at_power_up: bool) -> None:
        self.change(tills.returned(self.till, at_power_up=at_power_up))
        if at_power_up:
            self._publish("CashManagement.MediaDetectedEvent", ItemTarget(target=answers.OUT))
        else:
            self._publish("CashManagement.ItemsPresentedEvent", ItemPosition(position=answers.OUT))
