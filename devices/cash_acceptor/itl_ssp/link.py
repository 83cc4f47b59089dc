"""SSP's side of the common driver loop: meets the unit, polls it, and obeys orders about its one note. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from dataclasses import replace

from devices.cash_acceptor import events as told
from devices.cash_acceptor.events import Event, Health, Reach
from devices.cash_acceptor.itl_ssp.codes import Answer, Command, EventCode
from devices.cash_acceptor.itl_ssp.exchange import Exchange, Reply
from devices.cash_acceptor.itl_ssp.note_path import NotePath, Order
from devices.cash_acceptor.itl_ssp.replies import MalformedError, parse_counters, parse_events
from devices.cash_acceptor.itl_ssp.script import (
    Ask,
    RestartedError,
    Script,
    SilentError,
    UnusableError,
    answer_title,
    ask,
    demand,
    pause,
)
from devices.cash_acceptor.itl_ssp.start_up import clear_escrow, set_slot, start_up
from devices.cash_acceptor.notes import Note

POLL_S = 0.2  # GA138: 200 ms to 1 s
HOLD_S = 1.0  # a note goes back by itself 10 s after the last packet
COUNT_QUIET_S = 0.3  # nothing has moved in two polls
CLOSED_QUIET_S = 0.3
VANISHED_QUIET_S = 1.0  # a note that had an order and left no trace
FAULTY_S = 5.0  # until a unit that can't be used is met again
BOOT_S = 20.0  # so long after a reset its silence is no fault
ODD_MAX = 10  # replies in a row that make no sense
REFUSES_MAX = 10  # polls in a row that say DISABLED while the slot should be open


class SspLink:
    """An `AcceptorLink`."""

    def __init__(self, *, box_out: bool = False) -> None:
        """`box_out`: when this unit was last heard its cash box was missing; it says so only once."""
        self._exchange = Exchange()
        self._path = NotePath()
        self._events: deque[Event] = deque()
        self._health = Health(box_out=box_out)
        self._script: Script[None] | None = None
        self._until: float | None = None
        self._pausing = False
        self._now = 0.0
        self._boots_until = 0.0
        self._slot: frozenset[int] | None = None
        """The channels that are let in; None: nobody knows."""
        self._reset_asked = False
        self._count_asked = True
        self._open_asked = self._close_asked = False
        self._taken_down = True

    # --- the common loop ---

    def opened(self, now: float) -> None:
        self._now = now
        self._exchange.reset()
        self._taken_down = True
        self._script = self._life()
        self._step()

    def lost(self, now: float) -> None:
        self._now = now
        self._script, self._until, self._pausing = None, None, False
        self._path.lost()
        self._tell_health(Health(Reach.GONE, "no wire", box_out=self._health.box_out))

    def bytes_to_send(self) -> bytes:
        return self._exchange.bytes_to_send() if self._script else b""

    def next_deadline(self) -> float | None:
        return self._until if self._pausing else self._exchange.deadline if self._script else None

    def receive(self, data: bytes, now: float) -> None:
        self._now = now
        reply = self._exchange.receive(data)
        if reply is not None:
            self._step(reply)

    def expire(self, now: float) -> None:
        self._now = now
        if self._pausing:
            self._step()
        elif self._exchange.deadline is not None and self._exchange.expire(now):
            self._step(SilentError())

    def next_event(self) -> Event | None:
        return self._events.popleft() if self._events else None

    @property
    def bad_bytes(self) -> int:
        """How many pieces of what came were no answer."""
        return self._exchange.bad_count

    # --- orders ---

    def open_slot(self, notes: Collection[Note], now: float) -> None:
        self._path.admit(notes)
        self._open_asked, self._close_asked = True, False
        self._wake(now)

    def close_slot(self, now: float) -> None:
        self._path.admit(())
        self._open_asked, self._close_asked = False, True
        self._wake(now)

    def stack(self, now: float) -> None:
        self._path.give(Order.STACK)
        self._wake(now)

    def give_back(self, now: float) -> None:
        self._path.give(Order.GIVE_BACK)
        self._wake(now)

    def taken_down(self, now: float) -> None:
        self._taken_down = True
        self._wake(now)

    def count(self, now: float) -> None:
        self._count_asked = True
        self._now = now

    def reset(self, now: float) -> None:
        self._path.admit(())
        self._reset_asked = True
        self._wake(now)

    def _wake(self, now: float) -> None:
        self._now = now
        if self._pausing:
            self._step()

    # --- the dialogue ---

    def _step(self, what: Reply | SilentError | None = None) -> None:
        """Let the dialogue go on until it waits again."""
        assert self._script is not None
        self._pausing, self._until = False, None
        step = self._script.throw(what) if isinstance(what, SilentError) else self._script.send(what)
        if isinstance(step, Ask):
            self._exchange.ask(step.packet, self._now)
        else:
            self._pausing = True
            self._until = None if step.seconds is None else self._now + step.seconds

    def _life(self) -> Script[None]:
        """From the opening of the wire to its loss."""
        while True:
            try:
                yield from demand(Command.SYNC)
                yield from self._meet()
                while True:
                    yield from self._turn()
            except SilentError:
                self._silent()
            except RestartedError:
                self._restarted()
            except UnusableError as error:
                self._path.lost()
                self._tell_health(replace(self._health, reach=Reach.FAULTY, reason=str(error)))
                yield from pause(FAULTY_S)

    def _silent(self) -> None:
        self._path.lost()
        if self._now < self._boots_until:
            return
        strange = self._exchange.bad_count and self._health.reach is Reach.GONE
        reason = "what answers on this port does not speak SSP" if strange else "no answer"
        self._tell_health(replace(self._health, reach=Reach.GONE, reason=reason))

    def _restarted(self) -> None:
        self._path.lost()
        self._slot = None
        self._tell_health(replace(self._health, reach=Reach.STARTING, reason=""))

    def _meet(self) -> Script[None]:
        self._tell_health(replace(self._health, reach=Reach.STARTING, reason=""))
        met = yield from start_up()
        self._channels = met.channels
        self._slot = frozenset()
        self._acknowledges = True
        self._odd = self._refuses = 0
        self._disabled = True
        self._count_asked = True
        self._events.append(told.UnitFound(met.unit))

    def _turn(self) -> Script[None]:
        """One round: what is ordered, then a poll, then what the poll allows."""
        if self._reset_asked:
            yield from self._reset()
        if self._path.held and (yield from self._keep()):
            yield from pause(HOLD_S)
            return
        yield from self._poll()
        before = self._slot
        if self._path.quiet_since is not None:
            yield from self._at_rest(self._now - self._path.quiet_since)
        if not (self._path.held or self._reset_asked or self._slot != before):
            yield from pause(POLL_S)

    def _reset(self) -> Script[None]:
        self._reset_asked = False
        yield from demand(Command.RESET)
        self._boots_until = self._now + BOOT_S
        raise RestartedError

    def _keep(self) -> Script[bool]:
        """Hold the note that is in escrow or send it back; whether it is still held.

        Where HOLD is refused the note may have gone. That is made sure by REJECT: a poll would stack it.
        """
        while self._path.held:
            if not self._path.undecided():
                yield from clear_escrow()
                self._path.leaves_escrow()
            elif (yield from ask(Command.HOLD)).code != Answer.OK:
                self._path.give(Order.GIVE_BACK)
            elif self._path.undecided():
                return True
        return False

    def _poll(self) -> Script[None]:
        assert not self._path.held, "a poll would stack it"
        self._path.leaves_escrow()
        reply = yield from self._ask_events()
        parsed, rest = parse_events(reply.data) if reply.code == Answer.OK else ((), reply.data)
        self._odd = 0 if reply.code == Answer.OK and not rest else self._odd + 1
        if self._odd > ODD_MAX:
            raise UnusableError(f"POLL is answered {answer_title(reply.code)} {rest.hex(' ')}".rstrip())
        if reply.code != Answer.OK:
            return
        self._path.polled(parsed, self._channels, self._now, unread=bool(rest))
        yield from self._settle_reply()
        if rest:
            yield from clear_escrow()  # it may have told of a note there
        codes = {event.code for event in parsed}
        if EventCode.SLAVE_RESET in codes:
            raise RestartedError
        self._note_health(codes)

    def _ask_events(self) -> Script[Reply]:
        if self._acknowledges:
            reply = yield from ask(Command.POLL_WITH_ACK)
            if reply.code != Answer.COMMAND_NOT_KNOWN:
                return reply
            self._acknowledges = False
        return (yield from ask(Command.POLL))

    def _settle_reply(self) -> Script[None]:
        """What follows from a reply before the next one is asked for."""
        self._pass_on()
        while not self._taken_down:
            yield from pause()
        if self._acknowledges and self._path.owes_acknowledgement:
            yield from ask(Command.EVENT_ACK)
        if self._path.rejected:
            reply = yield from ask(Command.LAST_REJECT_CODE)
            known = reply.code == Answer.OK and len(reply.data) == 1
            self._path.came_out(reply.data[0] if known else None, slot_closed=not self._slot)
            self._pass_on()

    def _pass_on(self) -> None:
        while self._path.tell:
            event = self._path.tell.popleft()
            if isinstance(event, told.NoteCredited):
                self._taken_down = False
            if isinstance(event, told.NoteCredited | told.NoteReturned | told.FraudAttempted):
                self._count_asked = True
            self._events.append(event)

    def _note_health(self, codes: Collection[EventCode]) -> None:
        health = replace(self._health, jammed=self._path.jammed)
        if EventCode.CASHBOX_REMOVED in codes:
            health = replace(health, box_out=True, box_full=False)
        if EventCode.CASHBOX_REPLACED in codes:
            health = replace(health, box_out=False, box_full=False)
        if EventCode.STACKER_FULL in codes:
            health = replace(health, box_full=True)
        reach = Reach.STARTING if EventCode.INITIALISING in codes else Reach.READY
        self._disabled = EventCode.DISABLED in codes
        self._refuses = self._refuses + 1 if self._disabled and self._slot else 0
        self._tell_health(replace(health, reach=reach, reason=""))

    def _at_rest(self, quiet_s: float) -> Script[None]:
        """Nothing moves: the slot may change, and counters mean something."""
        if quiet_s >= VANISHED_QUIET_S and self._path.give_up():
            self._count_asked = True
        wanted = frozenset(n for n, note in self._channels.items() if note in self._path.admitted)
        if wanted != self._slot or self._refuses > REFUSES_MAX:
            yield from set_slot(wanted)
            self._slot, self._refuses = wanted, 0
            self._path.quiet_since = self._now
        elif self._open_asked and not self._disabled:
            self._open_asked = False
            self._events.append(told.SlotOpened())
        elif self._close_asked and quiet_s >= CLOSED_QUIET_S:
            self._close_asked = False
            self._events.append(told.SlotClosed())
        if self._count_asked and quiet_s >= COUNT_QUIET_S:
            self._count_asked = False
            self._events.append(told.Counted((yield from self._counters()), quiet_s))

    def _counters(self) -> Script[int | None]:
        reply = yield from ask(Command.GET_COUNTERS)
        try:
            return parse_counters(reply.data).stacked if reply.code == Answer.OK else None
        except MalformedError:
            return None

    def _tell_health(self, health: Health) -> None:
        if health != self._health:
            self._health = health
            self._events.append(told.HealthChanged(health))
