"""How long each thing may last on the screen, in seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    silence: float = 60
    """Nobody touches anything: then it is asked whether somebody is there."""
    still_there: float = 30
    done: float = 30
    """The last page, with paper in hand."""
    done_without_paper: float = 120
    restarted: float = 60
    show_waiting: float = 0.3
    """A question to the hall that takes longer is told on the page."""
    offer_way_out: float = 8
    hall_answer: float = 25
    """After this the hall counts as unreachable for this question."""
    taken_up: float = 20
    """The payment thread takes an order up at once; later than this it has failed."""
