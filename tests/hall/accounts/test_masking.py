from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.accounts.masking import masked_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("陈秀芳", "陈*芳"),
        ("陈芳", "陈*"),
        ("欧阳秀芳", "欧*芳"),
        ("芳", "*"),
        ("", "*"),
        (" 陈秀芳 ", "陈*芳"),
    ],
)
def test_a_stranger_sees_the_first_and_last_sign_of_a_name(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(st.text(min_size=3))
def test_no_more_than_two_signs_of_a_name_are_ever_shown(name: str) -> None:
    assert len(masked_name(name).replace("*", "", 1)) <= 2
