"""What somebody has to look into: cash that belongs to no payment, counters that differ. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.contract import ErrorEvent
from kiosk.devices.dialogue import MisreadError, Told
from kiosk.devices.notes import NoteTable


@dataclass(frozen=True, slots=True)
class Alarm:
    amount_minor: int | None
    """None: nobody can say how much, if it is about an amount at all."""
    evidence: dict[str, str] = field(default_factory=dict)


def alarm_of(told: Told, table: NoteTable) -> Alarm | None:
    """The alarm in an unsolicited event, if it is one. A note type that its description ends with gives the amount."""
    if told.name != "Common.ErrorEvent":
        return None
    try:
        error = told.read(ErrorEvent)
    except MisreadError as misread:
        return Alarm(None, {"event": str(misread)})
    known = {"event": error.event_id, "action": error.action, "device": error.vendor_description}
    worth = table.types.get((error.vendor_description or "").rpartition(" ")[2])
    return Alarm(worth.value_minor if worth else None, {name: text for name, text in known.items() if text})
