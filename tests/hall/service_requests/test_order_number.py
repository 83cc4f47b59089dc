from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hall.service_requests.order_number import order_id, order_number


@given(st.integers(1, 1_000_000))
def test_a_number_is_six_figures_and_leads_back_to_its_order(each: int) -> None:
    number = order_number(each)
    assert len(number) == 6
    assert number.isdigit()
    assert order_id(number) == each


def test_the_orders_of_years_have_different_numbers() -> None:
    assert len({order_number(each) for each in range(1, 200_001)}) == 200_000
