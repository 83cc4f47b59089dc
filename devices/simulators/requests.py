"""What can be asked of the simulators: one JSON object a line on the control socket.

An answer is `{"ok": true, …}`, or `{"ok": false, "error": …, "reason": …}`, and then nothing has changed.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from devices.simulators.acceptor.note import Kind as NoteKind
from devices.simulators.faults import Kind as FaultKind
from devices.simulators.printer.status import Paper

Device: TypeAlias = Literal["acceptor", "printer"]
Value: TypeAlias = Literal[1, 5, 10, 20, 50, 100]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Insert(_Request):
    """Put a note into the slot; refused with `reason` when the slot does not take it."""

    do: Literal["insert"]
    value: Value
    """In yuan."""
    kind: NoteKind = NoteKind.GENUINE


class TakeNote(_Request):
    """Take the note that sticks out of the slot."""

    do: Literal["take-note"]


class ClearJam(_Request):
    """Open the path and pull the jammed note straight, or take it out by hand."""

    do: Literal["clear-jam"]
    take_out: bool = False


class MoveBox(_Request):
    """Take the cash box out, or put it in."""

    do: Literal["box"]
    inside: bool


class EmptyBox(_Request):
    """Empty the cash box that was taken out."""

    do: Literal["empty-box"]


class Pull(_Request):
    do: Literal["pull"]
    device: Device


class Plug(_Request):
    do: Literal["plug"]
    device: Device


class Power(_Request):
    do: Literal["power"]
    device: Device
    on: bool


class LoadPaper(_Request):
    do: Literal["paper"]
    state: Paper
    after_mm: Annotated[int, Field(gt=0)] | None = None
    """With `out`: the roll ends after so much more has been printed."""


class Cover(_Request):
    do: Literal["cover"]
    open: bool


class Tear(_Request):
    """Pull off the paper that sticks out of the printer."""

    do: Literal["tear"]


class WireFault(_Request):
    do: Literal["fault"]
    device: Device
    fault: FaultKind
    count: Annotated[int, Field(ge=1, le=100_000)] = 1
    seconds: Annotated[float, Field(gt=0, le=600)] | None = None
    """For `delay` and `split`."""
    bytes: Annotated[str, Field(pattern=r"^([0-9A-Fa-f]{2} ?)*$")] = ""
    """For `replace`, in hexadecimal."""


class CutPower(_Request):
    """Cut a device's power at an instant: when a note reaches a place, or when so much has been printed."""

    do: Literal["cut-power"]
    device: Device
    at: Literal["reading", "escrow", "stacking", "credited", "stacked", "rejecting"] = "stacking"
    after_mm: Annotated[int, Field(gt=0)] = 20


class JamCutter(_Request):
    """The printer's next cut sticks."""

    do: Literal["jam-cutter"]


class GetState(_Request):
    do: Literal["state"]


class Watch(_Request):
    """From now on a line with the state comes on this connection whenever something has changed."""

    do: Literal["watch"]


Request: TypeAlias = (
    Insert
    | TakeNote
    | ClearJam
    | MoveBox
    | EmptyBox
    | Pull
    | Plug
    | Power
    | LoadPaper
    | Cover
    | Tear
    | WireFault
    | CutPower
    | JamCutter
    | GetState
    | Watch
)
_REQUEST: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="do")])


class BadRequestError(Exception):
    """The line is no request; the message names the field and what is wrong with it."""


def parse(line: bytes) -> Request:
    try:
        return _REQUEST.validate_json(line)
    except ValidationError as error:
        raise BadRequestError("; ".join(_told(dict(found)) for found in error.errors())) from error


def _told(found: dict[str, object]) -> str:
    place = found["loc"]
    assert isinstance(place, tuple)
    field = ".".join(str(part) for part in place[1:])
    return f"{field}: {found['msg']}" if field else str(found["msg"])
