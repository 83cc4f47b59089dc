"""The colours of the design system, measured."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.ui.theme.contrast import PAIRS, measure, ratio
from kiosk.ui.theme.tokens import read_tokens


def test_every_allowed_pair_is_strong_enough_in_every_mode() -> None:
    assert [one for one in measure(read_tokens()) if one.too_weak] == []


def test_a_paler_ink_is_found_too_weak() -> None:
    tokens = read_tokens()
    pale = replace(tokens, colour=tokens.colour | {"day": tokens.colour["day"] | {"ink2": "#8899AA"}})
    weak = {(one.pair.colour, one.mode) for one in measure(pale) if one.too_weak}
    assert weak == {("ink2", "day"), ("surface", "day")}


def test_black_on_white_measures_twenty_one() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)


def test_every_text_pair_is_held_to_seven() -> None:
    assert {pair.least for pair in PAIRS if "text" in pair.use} == {7.0}
