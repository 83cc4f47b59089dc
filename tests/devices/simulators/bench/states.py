"""States as the simulators tell them, changed where a test says so."""

from __future__ import annotations

from typing import Any


def state(*, acceptor: dict[str, Any] | None = None, printer: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "ok": True,
        "acceptor": {
            "enabled": False,
            "enabled_by_host": False,
            "why_dark": "disabled",
            "path": None,
            "offered": None,
            "jammed": False,
            "cable": True,
            "power": True,
            "box_in": True,
            "box": {"20": 1, "50": 2, "100": 3},
            "counters": {
                "stacked": 6,
                "rejected": 1,
                "inserted": 7,
                "returned": 1,
                "taken_out": 0,
                "collected": 0,
            },
            **(acceptor or {}),
        },
        "printer": {
            "paper": "full",
            "cover": False,
            "cutter_jammed": False,
            "cable": True,
            "power": True,
            "busy": False,
            "buffered": 0,
            "hanging_mm": 0,
            "slips": [],
            "scraps": [],
            **(printer or {}),
        },
    }


LIT: dict[str, Any] = {"enabled": True, "enabled_by_host": True, "why_dark": None}


def note_at(place: str) -> dict[str, Any]:
    return {
        "path": {"value": 100, "kind": "genuine", "place": place},
        "jammed": place.startswith("jammed"),
        "why_dark": "path-in-use",
    }


EVERY_LOOK: dict[str, dict[str, Any] | None] = {
    "nothing": None,
    "lit": state(acceptor=LIT),
    "dark": state(),
    "offered": state(acceptor={"offered": {"value": 100, "kind": "forged"}}),
    "pulled": state(acceptor={"cable": False}, printer={"cable": False}),
    "off": state(acceptor={"power": False}, printer={"power": False}),
    "full": state(acceptor={"why_dark": "box-full", "box": {"100": 500}}),
    "box out": state(acceptor={"why_dark": "box-out", "box_in": False}),
    "starting": state(acceptor={"why_dark": "starting"}),
    "waiting": state(acceptor={"why_dark": "event-unacknowledged"}),
    "paper out": state(
        acceptor=LIT, printer={"paper": "out", "hanging_mm": 9, "slips": ["/nowhere/slip-0001.png"]}
    ),
    "paper low": state(printer={"paper": "low"}),
    "cover": state(printer={"cover": True}),
    "knife": state(printer={"cutter_jammed": True}),
    "printing": state(printer={"busy": True}),
    "collected": state(acceptor={"counters": {**state()["acceptor"]["counters"], "collected": 12}}),
    **{
        place: state(acceptor=note_at(place))
        for place in (
            "reading",
            "escrow",
            "stacking",
            "credited",
            "rejecting",
            "jammed-safe",
            "jammed-unsafe",
        )
    },
}
