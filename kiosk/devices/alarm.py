"""What somebody has to look into: cash that belongs to no payment, counters that differ. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.contract import ErrorEvent
from kiosk.devices.dialogue import MisreadError, Told


@dataclass(frozen=True, slots=True)
class Alarm:
    amount_minor: int | None
    """None: nobody can say how much, if it is about an amount at all."""
    evidence: dict[str, str] = field(default_factory=dict)


def alarm_of(told: Told) -> Alarm | None:
    """The alarm in an unsolicited event, if it is one."""
    if told.name != "Common.ErrorEvent":
        return None
    try:
        error = told.read(ErrorEvent)
    except MisreadError as misread:
        return Alarm(None, {"event": str(misread)})
    known = {"event": error.event_id, "action": error.action, "device": error.vendor_description}
    return Alarm(None, {name: text for name, text in known.items() if text})
