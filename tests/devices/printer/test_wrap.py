from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.printer.charset import columns
from devices.printer.wrap import balance, keeps_words, wrap

TEXTS = st.text(st.sampled_from("abc 019.,-￥元电费月（）《》，。、：%"), max_size=80)
WIDTHS = st.integers(2, 48)


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(columns(line) <= width for line in wrap(text, width))


@given(TEXTS, WIDTHS)
def test_no_character_is_lost_or_moved(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


@given(st.integers(0, 10**12), TEXTS, st.integers(20, 48))
def test_a_sum_with_its_sign_is_never_broken(fen: int, before: str, width: int) -> None:
    amount = f"￥{fen // 100:,}.{fen % 100:02d}"
    assert any(amount in line for line in wrap(f"{before} {amount}", width))


@given(TEXTS, WIDTHS)
def test_balanced_lines_are_as_few_and_lose_nothing(text: str, width: int) -> None:
    lines = balance(text, width)
    assert len(lines) == len(wrap(text, width))
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_word_is_left_over_on_the_last_line() -> None:
    assert wrap("如需发票请持凭条到柜台换取。", 26)[-1] == "取。"
    assert balance("如需发票请持凭条到柜台换取。", 26) == ["如需发票请持凭", "条到柜台换取。"]


def test_chinese_breaks_between_any_two_characters_but_not_before_a_full_stop() -> None:
    assert wrap("如需发票请持凭条到柜台换取。", 26) == ["如需发票请持凭条到柜台换", "取。"]


def test_a_bracket_does_not_end_a_line() -> None:
    assert wrap("九月电费（逾期）", 10) == ["九月电费", "（逾期）"]


def test_words_stay_whole() -> None:
    assert wrap("For an invoice bring it", 10) == ["For an", "invoice", "bring it"]


def test_a_word_longer_than_the_line_goes_on_in_the_next() -> None:
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert not keeps_words("abcdefghij", 4)
    assert keeps_words("abcd efgh", 4)


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == wrap("   ", 10) == [""]
