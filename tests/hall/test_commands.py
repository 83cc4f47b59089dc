"""The hall's commands as a technician or a script sees them: words, JSON, exit codes."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hall.__main__ import COMMANDS, main
from hall.clock import system_clock
from hall.contract import Receipt
from hall.database import connect, write_session
from hall.security.service import enrol

KEY = Ed25519PrivateKey.generate()


def add(database_url: str, name: str, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    code = main(["kiosk", "add", name, "--town", "武原街道", "--database", database_url, "--json", *more])
    assert code == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def enrolled(database_url: str, code: str) -> None:
    engine = connect(database_url)
    with write_session(engine) as session:
        enrol(session, code, KEY.public_key().public_bytes_raw(), system_clock())
    engine.dispose()


def listed(database_url: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["kiosk", "list", "--json", "--database", database_url]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_a_kiosk_is_added_with_a_code_that_enrols_it(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = add(database_url, "haiyan-1", capsys, "--site", "海盐塘路网点")
    assert (told["kiosk_id"], told["ordinal"]) == ("haiyan-1", 1)
    [before] = listed(database_url, capsys)
    assert (before["town"], before["site"], before["enrolled_at"]) == ("武原街道", "海盐塘路网点", None)
    enrolled(database_url, told["code"])
    [after] = listed(database_url, capsys)
    assert datetime.fromisoformat(after["enrolled_at"]) <= datetime.now(UTC)


def test_a_name_that_is_taken_is_refused(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(database_url, "haiyan-1", capsys)
    assert main(["kiosk", "add", "haiyan-1", "--town", "武原街道", "--database", database_url]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "hall: there is a kiosk haiyan-1 already\n")


def test_words_for_a_person_carry_the_same_facts(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kiosk", "add", "haiyan-1", "--town", "武原街道", "--database", database_url]) == 0
    assert "haiyan-1 is kiosk 001" in capsys.readouterr().out
    assert main(["kiosk", "list", "--database", database_url]) == 0
    assert capsys.readouterr().out == "001  haiyan-1  武原街道 haiyan-1  -\n"


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_a_receipt_is_checked_with_the_exported_file_alone(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enrolled(database_url, add(database_url, "haiyan-1", capsys)["code"])
    add(database_url, "not-enrolled", capsys)
    file = tmp_path / "keys.json"
    assert main(["kiosk", "export-keys", str(file), "--database", database_url]) == 0
    exported = json.loads(file.read_text())["keys"]
    assert {name: base64.b64decode(key) for name, key in exported.items()} == {
        "haiyan-1": KEY.public_key().public_bytes_raw()
    }
    receipt = Receipt(
        n="001-20261125-042",
        p=uuid4(),
        k="haiyan-1",
        a=("3304127786",),
        s=43_400,
        c="CNY",
        t=datetime.now(UTC),
    )
    token = receipt.token(KEY.sign(receipt.signed_bytes()))
    capsys.readouterr()
    assert main(["receipt", "verify", token, "--keys", str(file)]) == 0
    assert Receipt.model_validate_json(capsys.readouterr().out) == receipt
    forged = receipt.model_copy(update={"s": 90_000}).token(KEY.sign(receipt.signed_bytes()))
    assert main(["receipt", "verify", forged, "--keys", str(file)]) == 1
    assert capsys.readouterr().err == "hall: refused: the signature does not fit\n"
    file.write_text("{}")
    assert main(["receipt", "verify", token, "--keys", str(file)]) == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: hall {command}")


@pytest.mark.parametrize(
    "arguments", [[], ["pay"], ["kiosk"], ["kiosk", "add", "x"], ["serve", "--port", "x"]]
)
def test_what_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
