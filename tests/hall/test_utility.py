"""The utility's settings are data; days and working hours are its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hall.utility import UTILITY_FILE, read_utility

UTILITY = read_utility()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 25, 15, 59, 59, tzinfo=UTC), date(2026, 11, 25)),
        (datetime(2026, 11, 25, 16, 0, tzinfo=UTC), date(2026, 11, 26)),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_a_day_begins_at_the_utilitys_midnight(moment: datetime, day: date) -> None:
    assert UTILITY.day_of(moment) == day


@pytest.mark.parametrize(
    ("filed", "due"),
    [
        (datetime(2026, 11, 25, 4, tzinfo=UTC), datetime(2026, 11, 27, 10, tzinfo=UTC)),
        (datetime(2026, 11, 26, 4, tzinfo=UTC), datetime(2026, 11, 30, 10, tzinfo=UTC)),
        (datetime(2026, 11, 27, 15, tzinfo=UTC), datetime(2026, 12, 1, 10, tzinfo=UTC)),
        (datetime(2026, 11, 28, 4, tzinfo=UTC), datetime(2026, 12, 1, 10, tzinfo=UTC)),
        (datetime(2026, 11, 29, 15, 59, tzinfo=UTC), datetime(2026, 12, 1, 10, tzinfo=UTC)),
        (datetime(2026, 11, 29, 16, 1, tzinfo=UTC), datetime(2026, 12, 2, 10, tzinfo=UTC)),
    ],
    ids=["Wednesday", "Thursday", "Friday night", "Saturday", "Sunday", "Monday, just begun there"],
)
def test_a_claim_is_answered_two_working_days_on_at_six(filed: datetime, due: datetime) -> None:
    assert UTILITY.claim_answer_due(filed) == due


def test_the_kiosk_is_told_what_it_has_to_keep_to() -> None:
    now = datetime(2026, 11, 25, 4, tzinfo=UTC)
    info = UTILITY.info(now)
    assert (info.name, info.hotline, info.timezone, info.currency) == (
        "海盐县供电公司",
        "95598",
        "Asia/Shanghai",
        "CNY",
    )
    assert info.notes_accepted_minor == (10_000, 5_000, 2_000, 1_000)
    assert info.now == now


def test_a_setting_that_is_missing_is_named(tmp_path: Path) -> None:
    file = tmp_path / "utility.toml"
    lines = UTILITY_FILE.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("hotline")), encoding="utf-8")
    with pytest.raises(KeyError, match="hotline"):
        read_utility(file)
