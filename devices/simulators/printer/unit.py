"""A whole printer: bytes and time in; bytes and slips out. Pure."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from devices.simulators.printer import status
from devices.simulators.printer.charset import Charset
from devices.simulators.printer.paper import DOTS_PER_MM, Feed, Row, cut_at, length_of
from devices.simulators.printer.status import Paper, Sensors
from devices.simulators.printer.stream import Command, RealTimeEar, ReceiveBuffer
from devices.simulators.printer.typesetter import Cut, Typesetter
from devices.simulators.refusal import RefusedError

KNIFE_DOTS = 80
"""How far behind the head the knife is: what was printed last has to be fed past it."""
_CUT_S = 0.15
_GS_R, _GS_A, _GS_I, _ESC_V, _ESC_U = b"\x1dr", b"\x1da", b"\x1dI", b"\x1bv", b"\x1bu"
_DLE_EOT, _DLE_ENQ, _DLE_DC4 = b"\x10\x04", b"\x10\x05", b"\x10\x14"
_CLEAR = bytes([8, 1, 3, 20, 1, 6, 2, 8])


@dataclass(frozen=True, slots=True)
class Model:
    dots: int = 576
    """Printed across: 576 on 80 mm paper, 384 on 58 mm."""
    charset: Charset = Charset.GB18030
    speed_mm_s: float = 150.0
    boot_s: float = 1.5
    buffer_bytes: int = 65_536
    """With more than this waiting it takes nothing in: the line's flow control holds the host up."""
    clears_in_real_time: bool = True
    """Whether it knows DLE DC4, function 8."""


@dataclass(frozen=True, slots=True)
class Slip:
    rows: tuple[Row, ...]
    torn: bool = False
    """Not cut: the end of a roll, or pulled off by hand."""


@dataclass(slots=True)
class _Memory:
    """All that is forgotten when the power goes."""

    booted_at: float
    free_at: float
    """When the head has done what it is at."""
    head: Typesetter
    received: ReceiveBuffer = field(default_factory=ReceiveBuffer)
    ear: RealTimeEar = field(default_factory=RealTimeEar)
    printing: deque[Row | Cut] = field(default_factory=deque)
    idle: bool = False
    automatic: bool = False
    """GS a: status is sent unasked."""


class PrinterUnit:
    def __init__(self, model: Model, now: float) -> None:
        self._model = model
        self.sensors = Sensors()
        self.power = True
        self._hanging: list[Row] = [Feed(KNIFE_DOTS)]
        """From the paper's end to the head; what is past the knife sticks out of the slot."""
        self._paper_left: int | None = None
        self._dies_after: int | None = None
        self._cutter_will_jam = False
        self._replies: list[bytes] = []
        self._slips: list[Slip] = []
        self._memory = self._fresh(now)

    def _fresh(self, now: float) -> _Memory:
        ready = now + self._model.boot_s
        return _Memory(ready, ready, Typesetter(self._model.dots, self._model.charset))

    # --- out ---

    def take_replies(self) -> list[bytes]:
        replies, self._replies = self._replies, []
        return replies

    def take_slips(self) -> list[Slip]:
        slips, self._slips = self._slips, []
        return slips

    # --- state ---

    def up(self, now: float) -> bool:
        """Whether it is on and has started."""
        return self.power and now >= self._memory.booted_at

    @property
    def busy(self) -> bool:
        """Whether it has something to print, and can."""
        return not self._memory.idle and self.power

    @property
    def buffered(self) -> int:
        return len(self._memory.received)

    @property
    def full(self) -> bool:
        return self.buffered > self._model.buffer_bytes

    @property
    def hanging_mm(self) -> int:
        """How much paper sticks out of the slot."""
        return (length_of(self._hanging) - KNIFE_DOTS) // DOTS_PER_MM

    # --- the wire ---

    def receive(self, data: bytes, now: float) -> None:
        """What is sent to it while it is off or starts is lost."""
        self.advance(now)
        if not self.up(now):
            return
        if self._memory.idle:
            self._memory.free_at = max(self._memory.free_at, now)
        self._memory.idle = False
        taken = 0
        for end, command in self._memory.ear.listen(data):
            self._memory.received.add(data[taken:end])
            self._at_once(command, now)
            taken = end
        self._memory.received.add(data[taken:])
        self.advance(now)

    def _at_once(self, command: Command, now: float) -> None:
        match command.code, command.data:
            case (code, data) if code == _DLE_EOT:
                self._say(status.real_time(data[0], self.sensors))
            case (code, b"\x01" | b"\x02" as n) if code == _DLE_ENQ and self.sensors.cutter_error:
                if n == b"\x02":
                    self._forget_job()
                self._sense(now, replace(self.sensors, cutter_error=False))
            case (code, data) if code == _DLE_DC4 and data == _CLEAR and self._model.clears_in_real_time:
                self._forget_job()
                self._say(status.CLEARED)
            case _:
                return

    def _forget_job(self) -> None:
        """The receive and print buffers are emptied; what is on the paper stays there."""
        self._memory.received.clear()
        self._memory.printing.clear()
        self._memory.head.drop_line()

    def _say(self, reply: bytes) -> None:
        if reply:
            self._replies.append(reply)

    # --- time ---

    def next_deadline(self) -> float | None:
        if not self.power:
            return None
        return None if self._memory.idle or self.sensors.offline else self._memory.free_at

    def advance(self, now: float) -> None:
        """Print what there is time for. A printer that is offline keeps everything and goes on after."""
        while self.up(now) and not self.sensors.offline and self._memory.free_at <= now:
            if self._memory.printing:
                self._put_out(self._memory.printing.popleft())
            elif (command := self._memory.received.next()) is not None:
                self._obey(command)
            else:
                self._memory.idle = True
                return

    def _obey(self, command: Command) -> None:
        match command.code:
            case code if code == _GS_R:
                self._say(status.queued(command.data[0], self.sensors))
            case code if code == _ESC_V:
                self._say(status.queued(1, self.sensors))
            case code if code == _ESC_U:
                self._say(status.queued(2, self.sensors))
            case code if code == _GS_I:
                self._say(status.identity(command.data[0]))
            case code if code == _GS_A:
                self._memory.automatic = bool(command.data[0])
                if self._memory.automatic:
                    self._say(status.automatic(self.sensors))
            case _:
                self._memory.printing.extend(self._memory.head.obey(command))

    def _put_out(self, item: Row | Cut) -> None:
        if isinstance(item, Cut):
            self._cut(item)
            return
        self._hanging.append(item)
        self._memory.free_at += item.height / (self._model.speed_mm_s * DOTS_PER_MM)
        if self._paper_left is not None:
            self._paper_left -= item.height
            if self._paper_left <= 0:
                self._paper_left = None
                self._sense(self._memory.free_at, replace(self.sensors, paper=Paper.OUT))
        if self._dies_after is not None:
            self._dies_after -= item.height
            if self._dies_after <= 0:
                self._dies_after = None
                self.switch(self._memory.free_at, on=False)

    def _cut(self, cut: Cut) -> None:
        if self._cutter_will_jam:
            self._cutter_will_jam = False
            self._memory.printing.appendleft(cut)
            self._sense(self._memory.free_at, replace(self.sensors, cutter_error=True))
            return
        if cut.past_knife:
            self._hanging.append(Feed(KNIFE_DOTS + cut.feed_dots))
        slip, self._hanging = cut_at(self._hanging, length_of(self._hanging) - KNIFE_DOTS)
        self._memory.free_at += _CUT_S
        if slip:
            self._slips.append(Slip(tuple(slip)))

    def _sense(self, now: float, sensors: Sensors) -> None:
        if sensors == self.sensors:
            return
        if not sensors.offline and self.sensors.offline:
            self._memory.free_at = max(self._memory.free_at, now)
        self.sensors = sensors
        if self._memory.automatic and self.power:
            self._say(status.automatic(sensors))

    # --- hands ---

    def load(self, now: float, paper: Paper, after_mm: int | None = None) -> None:
        """Turn the roll's state: out at once, or out after so much more has been printed; a new roll is full.

        A printed end that still hangs out falls off with its roll.
        """
        self.advance(now)
        self._paper_left = None
        if paper is Paper.OUT and after_mm is not None:
            self._paper_left = after_mm * DOTS_PER_MM
            return
        if self.sensors.paper is Paper.OUT and paper is not Paper.OUT:
            self._part(self._hanging)
            self._hanging = [Feed(KNIFE_DOTS)]
        self._sense(now, replace(self.sensors, paper=paper))
        self.advance(now)

    def open_cover(self, now: float, *, opened: bool) -> None:
        self.advance(now)
        self._sense(now, replace(self.sensors, cover_open=opened))
        self.advance(now)

    def tear(self) -> None:
        """Pull off what sticks out of the slot."""
        if self.hanging_mm == 0:
            raise RefusedError("no paper sticks out", "nothing-there")
        off, self._hanging = cut_at(self._hanging, length_of(self._hanging) - KNIFE_DOTS)
        self._part(off)

    def _part(self, rows: list[Row]) -> None:
        if any(not isinstance(row, Feed) for row in rows):
            self._slips.append(Slip(tuple(rows), torn=True))

    def switch(self, now: float, *, on: bool) -> None:
        """Without power everything but the paper is forgotten."""
        if on != self.power:
            self.power = on
            self.sensors = replace(self.sensors, cutter_error=False)
            self._memory = self._fresh(now)

    def die_after(self, printed_mm: int) -> None:
        """Arm a power cut for when so much more has been printed."""
        self._dies_after = printed_mm * DOTS_PER_MM

    def jam_cutter(self) -> None:
        """The next cut sticks, until DLE ENQ or a power cycle."""
        self._cutter_will_jam = True
