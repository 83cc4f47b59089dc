"""`hall explain`: worked bills from the file beside this one, and bad input that is told plainly."""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from hall.tariffs import explain

VECTORS = tomllib.loads((Path(__file__).parent / "bill_vectors.toml").read_text("utf-8"))["bill"]


def run(*words: str) -> int:
    parser = argparse.ArgumentParser(prog="hall explain")
    explain.add_arguments(parser)
    return explain.run(parser.parse_args(words))


def asked_for(bill: dict[str, Any]) -> list[str]:
    words = ["--tariff", bill["tariff"], "--as-of", bill["as_of"].isoformat()]
    for option in ("year_to_date", "flat", "peak", "valley", "household"):
        if option in bill:
            words += [f"--{option.replace('_', '-')}", bill[option]]
    return words


@pytest.mark.parametrize("bill", VECTORS, ids=lambda bill: bill["id"])
def test_a_worked_bill_comes_out_to_the_fen(bill: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*asked_for(bill), "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert [line["amount_minor"] for line in answer["lines"]] == bill["amounts"]
    assert answer["total_minor"] == bill["total"]
    assert answer["currency"] == "CNY"


def test_the_text_shows_each_line_its_price_and_the_sum(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--tariff", "residential", "--year-to-date", "2572", "--flat", "333") == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "tier 1 188 kWh x 0.538 101.14" in text
    assert "tier 2 145 kWh x 0.588 85.26" in text
    assert "total CNY 186.40" in text


def test_the_text_of_peak_and_valley_tells_their_hours(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--tariff", "residential-tou", "--year-to-date", "4800", "--peak", "200", "--valley", "100.5"]
    assert run(*words) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "peak 08:00-22:00, valley 22:00-08:00" in text
    assert "valley 100.5 kWh x 0.288 28.94" in text
    assert "tier 3 surcharge 300.5 kWh x 0.300 90.15" in text


BAD = {
    "a negative energy": ["--tariff", "residential", "--flat", "-1"],
    "a negative year": ["--tariff", "residential", "--year-to-date", "-1", "--flat", "1"],
    "flat and peak together": ["--tariff", "residential", "--flat", "1", "--peak", "1"],
    "flat for a tariff of two bands": ["--tariff", "residential-tou", "--flat", "1"],
    "peak without valley": ["--tariff", "residential-tou", "--peak", "1"],
    "no energy at all": ["--tariff", "residential"],
    "a word for a number": ["--tariff", "residential", "--flat", "many"],
    "not a number": ["--tariff", "residential", "--flat", "NaN"],
    "an endless number": ["--tariff", "residential", "--flat", "Infinity"],
    "a number no meter counts": ["--tariff", "residential", "--flat", "1e400"],
    "finer than a watt-hour": ["--tariff", "residential", "--flat", "1.0005"],
    "nobody at home": ["--tariff", "residential", "--flat", "1", "--household", "0"],
    "half a person": ["--tariff", "residential", "--flat", "1", "--household", "2.5"],
    "an unknown tariff": ["--tariff", "wholesale", "--flat", "1"],
    "a day before any price": ["--tariff", "residential", "--flat", "1", "--as-of", "1999-01-01"],
    "no such day": ["--tariff", "residential", "--flat", "1", "--as-of", "2026-02-30"],
    "no tariff": ["--flat", "1"],
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD.keys())
def test_bad_input_is_told_on_stderr_and_ends_with_two(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: int | str | None = run(*words)
    except SystemExit as left:
        code = left.code
    out, err = capsys.readouterr()
    assert code == 2
    assert out == ""
    assert "hall explain: " in err
