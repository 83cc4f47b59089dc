"""Host, wire and validator in one process on a turned clock, with everything that can go wrong between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from devices.cash_acceptor import till as tills
from devices.cash_acceptor.acceptor import Acceptor
from devices.cash_acceptor.itl_ssp.link import SspLink
from devices.cash_acceptor.till import Line, Phase, Till
from devices.config import CashAcceptorSettings
from devices.contract import CashInState
from devices.simulators.acceptor.model import Model, Times
from devices.simulators.acceptor.note import Contents, Kind
from devices.simulators.acceptor.unit import AcceptorUnit
from tests.devices.cash_acceptor.itl_ssp.bench import UnitBench

SETTINGS = CashAcceptorSettings(driver="itl_ssp", port="none")


class KilledError(Exception):
    """SIGKILL."""


class MemoryFake:
    """A disk that keeps what was saved, and can kill its process just before or just after a save."""

    def __init__(self) -> None:
        self.till = Till()
        self.lines: list[Line] = []
        self.kill_in: int | None = None
        self.kill_before = True
        self.dying: Callable[[], None] = lambda: None
        """What else happens at that instant."""

    def save(self, till: Till, lines: Iterable[Line]) -> None:
        dies = self.kill_in == 0
        if dies:
            self.dying()
        self.kill_in = None if self.kill_in is None else self.kill_in - 1
        if dies and self.kill_before:
            self.kill_in = None
            raise KilledError
        self.till = till
        self.lines += lines
        if dies:
            self.kill_in = None
            raise KilledError


class World:
    def __init__(self, model: Model) -> None:
        self.memory = MemoryFake()
        self.bench = UnitBench(AcceptorUnit(model, Contents(), Times(), 1000.0))
        self.bench.spoil = self._spoil
        self.lost_replies = 0
        self.garbled_replies = 0
        self.credited: Counter[str] = Counter()
        """Notes of transactions that ended as ok, as their client would count them."""
        self._start_host()

    def _start_host(self) -> None:
        till = self.memory.till
        link = SspLink(box_out=till.box_out)
        self.acceptor = Acceptor(
            SETTINGS,
            link,
            self.memory,  # type: ignore[arg-type]
            till,
            lambda: self.bench.now,
            lambda: None,
        )
        self.bench.link = link
        self.bench.heard = self.acceptor.heard
        if self.bench.connected:
            self.bench.plug()

    @property
    def till(self) -> Till:
        return self.acceptor.till

    def run(self, seconds: float) -> None:
        until = self.bench.now + seconds
        while self.bench.now < until:
            try:
                self.bench.run(until - self.bench.now)
            except KilledError:
                self._start_host()

    def kill_host(self) -> None:
        self._start_host()

    def _attempt(self, act: object) -> None:
        assert callable(act)
        try:
            act()
        except KilledError:
            self._start_host()

    # --- the client ---

    def begin(self) -> None:
        """Start a transaction and open the slot, if the host would."""
        if self.till.is_open and not self.till.in_doubt:
            self.acceptor.open_slot()
        if self.till.is_open or not self.acceptor.is_ready:
            return
        last = self.till.transaction
        if last.status is CashInState.OK and last.note:
            self.credited[last.note] += 1
        try:
            self.acceptor.change((tills.started(self.till), ()))
        except KilledError:
            if self.memory.till.transaction == last:
                self.credited[last.note or ""] -= bool(last.status is CashInState.OK and last.note)
            self._start_host()
            return
        self.acceptor.open_slot()

    def decide(self, phase: Phase) -> None:
        if self.till.is_open and self.till.transaction.phase is Phase.HELD:
            self.acceptor.close_slot()
            self._attempt(lambda: self.acceptor.move_note(phase))

    def end(self) -> None:
        """Give up waiting, as a client does when the device has failed."""
        if self.till.is_open:
            self.acceptor.close_slot()
            self._attempt(lambda: self.acceptor.end(CashInState.ROLLBACK))

    # --- the hardware ---

    def insert(self, yuan: int, kind: Kind) -> None:
        if self.bench.unit.why_not() is None:
            self.bench.insert(yuan, kind)

    def take_from_slot(self) -> None:
        if self.bench.unit.contents.slot is not None:
            self.bench.unit.take_note()

    def clear_jam(self, *, take_out: bool) -> None:
        if self.bench.unit.jammed:
            self.bench.unit.clear_jam(self.bench.now, take_out=take_out)

    def cable(self, *, plugged: bool) -> None:
        if plugged != self.bench.connected:
            self._attempt(self.bench.plug if plugged else self.bench.pull)

    def power(self, *, on: bool) -> None:
        self.bench.power(on=on)

    def _spoil(self, reply: bytes) -> Iterable[bytes]:
        if self.lost_replies:
            self.lost_replies -= 1
            return ()
        if self.garbled_replies:
            self.garbled_replies -= 1
            return (reply[:-3] + bytes([reply[-3] ^ 0x11]) + reply[-2:],)
        return (reply,)

    # --- in the end ---

    def mend(self) -> None:
        """Whatever is broken or in the way, without the time that it takes to come back."""
        self.lost_replies = self.garbled_replies = 0
        self.memory.kill_in = None
        self.clear_jam(take_out=False)
        self.power(on=True)
        self.cable(plugged=True)
        self.take_from_slot()

    def settle(self) -> None:
        """Everything is mended and given the time it needs."""
        self.mend()
        self.acceptor.close_slot()
        self.run(14)
        if self.till.transaction.phase is Phase.HELD:
            self.decide(Phase.RETURNING)
        self.run(4)
        self.take_from_slot()
        self.run(8)

    def stacked(self) -> dict[str, int]:
        """What lies in the simulated box, by type."""
        return {f"type{yuan}CNY": n for yuan, n in self.bench.unit.contents.box.items()}

    def accounted(self) -> dict[str, int]:
        """Credited by transactions, the last one included, and unclaimed."""
        counts = Counter(self.credited)
        last = self.till.transaction
        if last.status is CashInState.OK and last.note:
            counts[last.note] += 1
        counts.update(self.till.unclaimed)
        return dict(+counts)


def with_acks(*, acknowledges: bool) -> Model:
    return replace(Model(), acknowledges_events=acknowledges)
