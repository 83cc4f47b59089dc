"""What happens to the simulated hardware at an instant that no finger could meet."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.system import Control

PATIENCE_S = 30.0


@contextmanager
def at_place(control: Control, place: str, do: str, **arguments: Any) -> Iterator[None]:
    """Do something to the hardware as soon as a note is at this place of the path."""
    host, _, port = control.address.rpartition(":")
    with socket.create_connection((host, int(port)), PATIENCE_S) as wire:
        wire.sendall(b'{"do": "watch"}\n')

        def watch() -> None:
            for line in wire.makefile():
                path = json.loads(line)["acceptor"]["path"]
                if path is not None and path["place"] == place:
                    control.ask(do, **arguments)
                    return

        watcher = threading.Thread(target=watch)
        watcher.start()
        yield
        watcher.join(PATIENCE_S)
        assert not watcher.is_alive(), f"no note came to {place}"
