"""Where processes are killed, and which of these places a test run visits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tests.crash.visits import DEVICE_COMMANDS, VISITS, Visit


class Part(StrEnum):
    KIOSK = "kiosk"
    DEVICES = "devices"
    HALL = "hall"


@dataclass(frozen=True, slots=True)
class Crash:
    """`victim` is killed when `at` passes `point` for the nth time in the visit."""

    visit: Visit
    victim: Part
    at: Part
    point: str
    nth: int = 1

    def __str__(self) -> str:
        return f"{self.victim}-{self.visit.name}-{self.point}-{self.nth}".replace(" ", "-")


def crashes_of(visit: Visit, victim: Part) -> Iterator[Crash]:
    """One for each time that the visit passes one of its points."""
    for at, actions in ((Part.KIOSK, visit.actions), (Part.DEVICES, visit.host_actions)):
        passed: Counter[str] = Counter()
        for action in actions:
            passed[action] += 1
            for side in ("before", "after"):
                yield Crash(visit, victim, at, f"{side} {action}", passed[action])


def every(victim: Part) -> list[Crash]:
    """The whole matrix of a victim."""
    return [crash for visit in VISITS for crash in crashes_of(visit, victim)]


def once(victim: Part) -> list[Crash]:
    """Each point once, in the first visit that passes it. The hall is killed where it is spoken to."""
    found: dict[tuple[Part, str], Crash] = {}
    for crash in every(victim):
        if concerns(crash):
            found.setdefault((crash.at, crash.point), crash)
    return list(found.values())


def concerns(crash: Crash) -> bool:
    """Whether a point has to do with its victim."""
    match crash.victim:
        case Part.KIOSK:
            return crash.at is Part.KIOSK
        case Part.DEVICES:
            return crash.at is Part.DEVICES or crash.point.partition(" ")[2] in DEVICE_COMMANDS
        case Part.HALL:
            return "POST" in crash.point or "receipt-issued" in crash.point
