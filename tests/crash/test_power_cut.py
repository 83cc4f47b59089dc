"""The journal on a disk that drops what was not synced."""

from __future__ import annotations

from pathlib import Path

from tests.crash.lost_power import NOTES, power_cuts


def test_what_was_appended_survives_a_power_cut_at_any_sync(tmp_path: Path) -> None:
    lost = power_cuts(tmp_path)
    assert lost.faults == []
    assert lost.cuts > 4 * NOTES, "the power was cut around the syncs of each append"
