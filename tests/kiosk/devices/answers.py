"""What a device host says, in the wire's own words."""

from __future__ import annotations

from typing import Any

NOTE_TYPES: dict[str, Any] = {
    "items": {
        "typeA": {"cashItem": {"noteID": 1, "currency": "CNY", "value": 100, "release": 0}, "enabled": True},
        "typeB": {"cashItem": {"noteID": 2, "currency": "CNY", "value": 5, "release": 0}, "enabled": True},
        "typeC": {"cashItem": {"noteID": 3, "currency": "USD", "value": 100, "release": 0}, "enabled": False},
        "typeD": {"cashItem": {"noteID": 4}, "enabled": False},
    }
}


def status(device: str = "online", transport: str = "ok", acceptor: str = "ok") -> dict[str, Any]:
    return {
        "common": {"device": device},
        "cashAcceptor": {"positions": [{"position": "inFront", "transport": transport}]},
        "cashManagement": {"acceptor": acceptor},
    }


def storage(state: str = "ok", fill: str = "ok", **notes: int) -> dict[str, Any]:
    deposited = {key: {"fit": count} for key, count in notes.items()}
    unit = {"initial": {"unrecognized": 0}, "in": {"deposited": deposited}, "replenishmentStatus": fill}
    return {"storage": {"unit1": {"id": "BOX1", "status": state, "cash": {"status": unit}}}}


def cash_in(status: str | None, **notes: int) -> dict[str, Any]:
    listed: dict[str, Any] = {key: {"fit": count} for key, count in notes.items()}
    return {"status": status, "noteNumberList": {"unrecognized": 0, **listed}}


def items(**notes: int) -> dict[str, Any]:
    return {"items": {key: {"fit": count} for key, count in notes.items()}}


def stored(**notes: int) -> dict[str, Any]:
    return {"storage": {"unit1": {"deposited": {key: {"fit": count} for key, count in notes.items()}}}}
