"""A visitor's other hand: banknotes into the slot, when its light stays on."""

from __future__ import annotations

from kiosk.demo.control import Control
from kiosk.demo.hand import Hand, pause

STEADY_MS = 250
"""Between two notes the light may go off and on again; what is put in just then comes back."""


def put_in(hand: Hand, control: Control, yuan: int, kind: str = "genuine") -> None:
    """One note, as soon as the slot takes it; raises LostError when it never does."""
    hand.wait_for(lambda: is_steady(control), "a slot that takes a note")
    control.insert(yuan, kind)


def is_steady(control: Control) -> bool:
    if not control.takes_a_note():
        return False
    pause(STEADY_MS)
    return control.takes_a_note()
