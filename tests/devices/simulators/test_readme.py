from __future__ import annotations

from pathlib import Path
from typing import get_args

import devices.simulators
from devices.simulators.acceptor.note import Kind as NoteKind
from devices.simulators.faults import Kind as FaultKind
from devices.simulators.requests import Request

README = (Path(devices.simulators.__file__).parent / "README.md").read_text()


def test_the_readme_names_every_request_note_and_fault() -> None:
    requests = {get_args(request.model_fields["do"].annotation)[0] for request in get_args(Request)}
    assert {name for name in requests if f'"do": "{name}"' not in README} == set()
    assert {kind for kind in (*NoteKind, *FaultKind) if f"`{kind}`" not in README} == set()
