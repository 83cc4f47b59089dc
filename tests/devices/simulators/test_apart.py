"""A far end that used the driver's code would agree with its mistakes."""

from __future__ import annotations

import ast
from pathlib import Path

import devices.simulators

HERE = Path(devices.simulators.__file__).parent


def imported(source: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_the_simulators_share_no_code_with_the_drivers_nor_their_protocol_library() -> None:
    sources = list(HERE.rglob("*.py"))
    assert len(sources) > 20
    foreign = {
        f"{source.name}: {name}"
        for source in sources
        for name in imported(source)
        if (name.startswith("devices") and not name.startswith("devices.simulators"))
        or name.startswith("escpos")
    }
    assert foreign == set()


def test_only_the_bench_window_is_a_qt_program() -> None:
    with_qt = {
        source.relative_to(HERE).parts[0]
        for source in HERE.rglob("*.py")
        if any(name.startswith("PySide6") for name in imported(source))
    }
    assert with_qt <= {"bench"}
