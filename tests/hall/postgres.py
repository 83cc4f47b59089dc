"""A real PostgreSQL for the tests: a private cluster as its own user, thrown away at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

NEEDED = "PostgreSQL is needed for the tests: `make test` installs it (packaging/setup/debian-test.txt)"
MEMORY = Path("/dev/shm")
ROOM_BYTES = 1 << 30
# The tests kill nothing of this server's; durability is the server's own affair and only costs time here.
OPTIONS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c listen_addresses='' -c max_connections=120"


def programs() -> Path:
    """Where initdb and pg_ctl live; Debian keeps them off the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [
        Path(path) for path in [shutil.which("initdb")] if path
    ]
    assert found, NEEDED
    return found[-1].parent


def roomy_memory() -> Path | None:
    """Memory makes and drops databases ten times faster than a disk; a container may have too little of it."""
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES
    return MEMORY if has_room else None


def as_owner(*command: str | Path) -> None:
    """Run a server program; it refuses to be root, so root lends it the system's postgres user."""
    prefix = (
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    )
    ended = subprocess.run(
        [*prefix, *map(str, command)], capture_output=True, text=True, cwd="/", timeout=60, check=False
    )
    assert ended.returncode == 0, f"{command[0]}: {ended.stderr}"


@contextmanager
def cluster() -> Iterator[str]:
    """Start a server on a socket in a folder of its own; gives the URL of its `postgres` database."""
    home = Path(tempfile.mkdtemp(prefix="brighthall-pg-", dir=roomy_memory()))
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    bin_ = programs()
    as_owner(
        bin_ / "initdb",
        "-D",
        home / "data",
        "-U",
        user,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
        "--locale=C",
    )
    server = (bin_ / "pg_ctl", "-D", home / "data", "-w")
    as_owner(*server, "-l", home / "log", "-o", f"-k {home} {OPTIONS}", "start")
    try:
        yield f"postgresql+psycopg://{user}@/postgres?host={home}"
    finally:
        as_owner(*server, "-m", "immediate", "stop")
        shutil.rmtree(home)


@contextmanager
def fresh_database(server_url: str, name: str, template: str = "template0") -> Iterator[str]:
    """A database made from a template, dropped after use."""
    plain = server_url.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield server_url.replace("/postgres?", f"/{name}?")
    finally:
        with psycopg.connect(plain, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
