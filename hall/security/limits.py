"""How often accounts may be looked up. Pure: time is an argument."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from threading import Lock

from hall.utility import LookUpLimits

MINUTE_S = 60.0
HOUR_S = 3600.0
KEYS_MIN = 1_000
"""So few keys are not worth sweeping."""


@dataclass(slots=True)
class SlidingWindow:
    """At most so many events in so many seconds, by key."""

    most: int
    seconds: float
    _events: dict[str, deque[float]] = field(default_factory=dict)
    _sweep_at: int = KEYS_MIN

    def wait_s(self, key: str, now: float) -> float:
        """How long until the next event of this key is allowed; 0: now."""
        events = self._events.get(key)
        if events is None:
            return 0.0
        while events and events[0] <= now - self.seconds:
            events.popleft()
        if not events:
            del self._events[key]
            return 0.0
        return events[0] + self.seconds - now if len(events) >= self.most else 0.0

    def count(self, key: str, now: float) -> None:
        self._events.setdefault(key, deque()).append(now)
        if len(self._events) >= self._sweep_at:
            live = {key: events for key, events in self._events.items() if events[-1] > now - self.seconds}
            self._events, self._sweep_at = live, max(KEYS_MIN, 2 * len(live))


class LookUpGate:
    """Lets a look-up through, or says how long to wait. Refused ones don't count against anybody.

    A number that a kiosk was just told of tells it nothing new: asked again, or quoted, it is free.
    """

    def __init__(self, limits: LookUpLimits) -> None:
        self._kiosks = SlidingWindow(limits.kiosk_per_minute, MINUTE_S)
        self._ranges = SlidingWindow(limits.range_per_hour, HOUR_S)
        self._told = SlidingWindow(1, limits.repeat_minutes * MINUTE_S)
        self._digits = limits.range_digits
        self._lock = Lock()

    def wait_s(self, kiosk_id: str, number: str, now: float) -> float:
        """Count a look-up at a moment (seconds, monotonic); above 0 it must wait and was not counted."""
        numbers, repeat = number[: self._digits], f"{kiosk_id}/{number}"
        with self._lock:
            if self._told.wait_s(repeat, now):
                return 0.0
            wait = max(self._kiosks.wait_s(kiosk_id, now), self._ranges.wait_s(numbers, now))
            if wait == 0:
                self._kiosks.count(kiosk_id, now)
                self._ranges.count(numbers, now)
                self._told.count(repeat, now)
        return wait
