"""Both devices as one thing that hands can work: carries out requests and tells the state."""

from __future__ import annotations

from typing import Any

from devices.simulators.acceptor.device import AcceptorDevice
from devices.simulators.acceptor.note import Contents, Note
from devices.simulators.faults import Fault, FaultyWire
from devices.simulators.faults import Kind as FaultKind
from devices.simulators.printer.device import PrinterDevice
from devices.simulators.requests import (
    ClearJam,
    Cover,
    CutPower,
    Device,
    EmptyBox,
    GetState,
    Insert,
    JamCutter,
    LoadPaper,
    MoveBox,
    Plug,
    Power,
    Pull,
    Request,
    TakeNote,
    Tear,
    Watch,
    WireFault,
)


class Hardware:
    def __init__(self, acceptor: AcceptorDevice, printer: PrinterDevice) -> None:
        self.acceptor = acceptor
        self.printer = printer

    def do(self, request: Request) -> None:
        """Raises RefusedError if physics does not allow it now."""
        match request:
            case Insert() | TakeNote() | ClearJam() | MoveBox() | EmptyBox():
                self._work_acceptor(request)
            case LoadPaper() | Cover() | Tear() | JamCutter():
                self._work_printer(request)
            case Pull(device=device):
                self._move_cable(device, plugged=False)
            case Plug(device=device):
                self._move_cable(device, plugged=True)
            case Power() | CutPower():
                self._switch(request)
            case WireFault():
                self._wire(request.device).arm(_fault(request), request.count)
            case GetState() | Watch():
                return

    def _work_acceptor(self, request: Insert | TakeNote | ClearJam | MoveBox | EmptyBox) -> None:
        match request:
            case Insert(value=value, kind=kind):
                self.acceptor.act(lambda unit, now: unit.insert(Note(value, kind), now))
            case TakeNote():
                self.acceptor.act(lambda unit, _: unit.take_note())
            case ClearJam(take_out=take_out):
                self.acceptor.act(lambda unit, now: unit.clear_jam(now, take_out=take_out))
            case MoveBox(inside=inside):
                self.acceptor.act(lambda unit, now: unit.move_box(now, inside=inside))
            case EmptyBox():
                self.acceptor.act(lambda unit, _: unit.empty_box())

    def _work_printer(self, request: LoadPaper | Cover | Tear | JamCutter) -> None:
        match request:
            case LoadPaper(state=paper, after_mm=after_mm):
                self.printer.act(lambda unit, now: unit.load(now, paper, after_mm))
            case Cover(open=opened):
                self.printer.act(lambda unit, now: unit.open_cover(now, opened=opened))
            case Tear():
                self.printer.act(lambda unit, _: unit.tear())
            case JamCutter():
                self.printer.act(lambda unit, _: unit.jam_cutter())

    def _switch(self, request: Power | CutPower) -> None:
        match request:
            case Power(device="acceptor", on=on):
                self.acceptor.act(lambda unit, now: unit.switch(now, on=on))
            case Power(on=on):
                self.printer.act(lambda unit, now: unit.switch(now, on=on))
            case CutPower(device="acceptor", at=place):
                self.acceptor.act(lambda unit, _: unit.cut_power_at(place))
            case CutPower(after_mm=after_mm):
                self.printer.act(lambda unit, _: unit.die_after(after_mm))

    def _move_cable(self, device: Device, *, plugged: bool) -> None:
        moved = self.acceptor if device == "acceptor" else self.printer
        moved.move_cable(plugged=plugged)

    def _wire(self, device: Device) -> FaultyWire:
        return self.acceptor.wire if device == "acceptor" else self.printer.wire

    def state(self) -> dict[str, Any]:
        return {"acceptor": self._acceptor_state(), "printer": self._printer_state()}

    def _acceptor_state(self) -> dict[str, Any]:
        """`enabled`: the slot is lit, a note put in now is taken; else `why_dark` says why not."""
        acceptor, contents = self.acceptor, self.acceptor.unit.contents
        held, slot = contents.held, contents.slot
        return {
            "enabled": acceptor.why_dark is None,
            "enabled_by_host": acceptor.unit.enabled,
            "why_dark": acceptor.why_dark,
            "path": held and {"value": held.note.value, "kind": held.note.kind, "place": held.place},
            "offered": slot and {"value": slot.value, "kind": slot.kind},
            "jammed": acceptor.unit.jammed,
            "cable": acceptor.cable,
            "power": acceptor.unit.power,
            "box_in": contents.box_in,
            "box": {str(value): count for value, count in sorted(contents.box.items())},
            "counters": _counters(contents),
        }

    def _printer_state(self) -> dict[str, Any]:
        printer, sensors = self.printer, self.printer.unit.sensors
        return {
            "paper": sensors.paper,
            "cover": sensors.cover_open,
            "cutter_jammed": sensors.cutter_error,
            "cable": printer.cable,
            "power": printer.unit.power,
            "busy": printer.unit.busy,
            "buffered": printer.unit.buffered,
            "hanging_mm": printer.unit.hanging_mm,
            "slips": [str(path) for path in printer.tray.slips],
            "scraps": [str(path) for path in printer.tray.scraps],
        }


def _counters(contents: Contents) -> dict[str, int]:
    """`inserted` = in the box + `collected` + `returned` + `taken_out` + the one in the path."""
    return {
        "stacked": contents.stacked,
        "rejected": contents.rejected,
        "inserted": contents.inserted,
        "returned": contents.returned,
        "taken_out": contents.taken_out,
        "collected": sum(contents.collected.values()),
    }


def _fault(request: WireFault) -> Fault:
    plain = Fault(FaultKind(request.fault), bytes.fromhex(request.bytes))
    return plain if request.seconds is None else Fault(plain.kind, plain.data, request.seconds)
