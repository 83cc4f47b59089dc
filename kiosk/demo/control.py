"""The simulators' control socket, for what a hand does at the hardware."""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from typing import Any

PATIENCE_S = 10.0


class ControlError(Exception):
    """The simulators refused, and say why."""


@dataclass(frozen=True, slots=True)
class Control:
    address: str
    """HOST:PORT."""

    def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """One request, one answer; raises ControlError."""
        host, _, port = self.address.rpartition(":")
        with (
            socket.create_connection((host, int(port)), PATIENCE_S) as wire,
            wire.makefile("rw", encoding="utf-8") as lines,
        ):
            lines.write(json.dumps({"do": do, **arguments}) + "\n")
            lines.flush()
            answer: dict[str, Any] = json.loads(lines.readline())
        if not answer["ok"]:
            raise ControlError(str(answer))
        return answer

    def insert(self, yuan: int, kind: str = "genuine") -> None:
        self.ask("insert", value=yuan, kind=kind)

    def state(self) -> dict[str, Any]:
        return self.ask("state")

    def takes_a_note(self) -> bool:
        """The slot is lit and nothing is in it."""
        acceptor = self.state()["acceptor"]
        return bool(acceptor["enabled"]) and acceptor["path"] is None and acceptor["offered"] is None
