"""`hall serve` as whoever starts it sees it: a real process, a real socket, a real signal."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

WITHIN_S = 30


@contextmanager
def serving(database_url: str, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its address, stopped at the end whatever happens."""
    command = [sys.executable, "-m", "hall", "serve", "--port", str(port), "--database", database_url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())["listening"]
        finally:
            process.kill()


def test_it_brings_an_empty_database_up_and_answers(database_url: str) -> None:
    with serving(database_url) as (_, address), httpx.Client(base_url=address, timeout=WITHIN_S) as client:
        assert client.get("/v1/health").json() == {"status": "ok"}
        utility = client.get("/v1/utility").json()
        assert (utility["hotline"], utility["timezone"]) == ("95598", "Asia/Shanghai")
        assert client.get("/v1/outages").json() == []
        unsigned = client.post("/v1/account-lookups", json={"number": "1"})
        assert (unsigned.status_code, unsigned.headers["content-type"]) == (401, "application/problem+json")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_stops_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    file = tmp_path / "hall.sqlite"
    with serving(f"sqlite:///{file}") as (process, address):
        httpx.get(f"{address}/v1/health", timeout=WITHIN_S)
        process.send_signal(number)
        assert process.wait(WITHIN_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert not file.with_name("hall.sqlite-wal").exists()


def test_killed_it_leaves_a_whole_database(tmp_path: Path) -> None:
    file = tmp_path / "hall.sqlite"
    with serving(f"sqlite:///{file}") as (process, address):
        httpx.get(f"{address}/v1/health", timeout=WITHIN_S)
        process.kill()
        process.wait(WITHIN_S)
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "hall", "serve", "--port", port]
        ended = subprocess.run(
            command,
            env=os.environ | {"HALL_DATABASE": f"sqlite:///{tmp_path / 'hall.sqlite'}"},
            capture_output=True,
            text=True,
            timeout=WITHIN_S,
            check=False,
        )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("hall serve: ")
    assert "Address already in use" in ended.stderr
