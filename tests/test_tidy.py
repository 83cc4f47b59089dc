"""What the linters can't hold: lengths, colours, traces of one machine, the words of the repository."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES_MAX = 500
FUNCTION_LINES_MAX = 60
QML_LINES_MAX = 250
TEXT_SUFFIXES = {
    ".py",
    ".qml",
    ".md",
    ".toml",
    ".json",
    ".txt",
    ".yaml",
    ".js",
    ".ts",
    ".sh",
    ".svg",
    ".lock",
    "",
}


@cache
def tracked() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


def of_kind(suffix: str) -> list[Path]:
    return [path for path in tracked() if path.suffix == suffix]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_longer_than_one_subject_needs() -> None:
    long = {
        name_of(path): lines
        for path in of_kind(".py") + of_kind(".qml")
        if (lines := len(path.read_text().splitlines()))
        > (QML_LINES_MAX if path.suffix == ".qml" else FILE_LINES_MAX)
    }
    assert long == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in of_kind(".py")
        if path.parent.name != "versions"  # a migration is one long list
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= FUNCTION_LINES_MAX
    ]
    assert long == []


def test_pages_hold_no_colour_and_no_script() -> None:
    """Colours come from Theme; QML holds layout and motion only."""
    forbidden = re.compile(r'"#[0-9A-Fa-f]{3,8}"|\bproperty var\b|^\s*function\b', re.MULTILINE)
    found = {
        name_of(path): match.group()
        for path in of_kind(".qml")
        if path.name != "Theme.qml" and (match := forbidden.search(path.read_text()))
    }
    assert found == {}


def test_nothing_of_the_machine_it_was_made_on_is_in_the_repository() -> None:
    hosts = "|".join(("pythonhosted" + r"\.org", "registry" + r"\.npmjs", "deb" + r"\.debian\.org"))
    traces = re.compile(rf"(?<![\w.])/(?:work|root)/\w|\.\./shared\b|{hosts}")
    found = [
        f"{name_of(path)}: {match.group()}"
        for path in tracked()
        if path.suffix in TEXT_SUFFIXES and (match := traces.search(path.read_text(errors="ignore")))
    ]
    assert found == []


def test_nothing_unfinished_is_left_lying() -> None:
    marks = re.compile(r"\b(?:TODO|FIXME|XXX)\b|NotImplementedError|except[^:\n]*:\s*pass\b")
    found = [
        f"{name_of(path)}: {match.group()}"
        for path in of_kind(".py") + of_kind(".qml")
        if path != Path(__file__) and (match := marks.search(path.read_text()))
    ]
    assert found == []


@pytest.mark.parametrize("package", ["kiosk", "devices", "hall"])
def test_money_is_never_a_float(package: str) -> None:
    found = [
        f"{name_of(path)}:{node.lineno} {node.arg}"
        for path in of_kind(".py")
        if path.is_relative_to(ROOT / package)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.arg)
        and node.annotation is not None
        and ast.unparse(node.annotation) == "float"
        and re.search(r"amount|minor|fee|price|balance|yuan|fen\b", node.arg)
    ]
    assert found == []
