"""`hall seed` as it is typed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from hall.__main__ import main
from hall.seed.demo_accounts import DEMO_ACCOUNTS


def seed(path: Path, *words: str) -> int:
    return main(["seed", "--database", f"sqlite:///{path}", "--accounts", "40", *words])


def test_the_same_seed_and_day_give_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    files = [tmp_path / "one.sqlite", tmp_path / "two.sqlite"]
    for file in files:
        assert seed(file, "--as-of", "2026-11-25", "--seed", "3") == 0
    first, second = (hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    assert first == second


def test_progress_is_told_on_stderr_and_the_accounts_of_the_demonstration_on_stdout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert seed(tmp_path / "hall.sqlite") == 0
    out, err = capsys.readouterr()
    assert "40 of 40 accounts" in err
    assert [line.split()[0] for line in out.splitlines()] == [demo.number for demo in DEMO_ACCOUNTS]


def test_a_seeded_database_is_not_seeded_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert seed(tmp_path / "hall.sqlite") == 0
    assert seed(tmp_path / "hall.sqlite") == 1
    assert "nothing was changed" in capsys.readouterr().err


def test_the_list_needs_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert seed(tmp_path / "never.sqlite", "--list") == 0
    assert "3304127786" in capsys.readouterr().out
    assert not (tmp_path / "never.sqlite").exists()


@pytest.mark.parametrize(
    "words",
    [["--accounts", "22"], ["--accounts", "many"], ["--as-of", "yesterday"], ["--seed", "x"]],
    ids=["too few accounts", "accounts that are no number", "no day", "no number"],
)
def test_bad_input_is_told_and_ends_with_two(tmp_path: Path, words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        seed(tmp_path / "never.sqlite", *words)
    assert left.value.code == 2


def test_a_day_before_the_first_known_price_is_told_and_seeds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert seed(tmp_path / "hall.sqlite", "--as-of", "2014-01-01") == 2
    assert "no prices are known for 2011-01-01" in capsys.readouterr().err
    assert seed(tmp_path / "hall.sqlite", "--as-of", "2026-11-25") == 0
