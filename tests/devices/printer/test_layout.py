from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.printer.layout import Align, Element, Line, Rule, Run, Spread, lay_out
from devices.printer.slip import Pair, Slip, parse_slip
from tests.devices.printer.slips import CHINESE

TEXTS = st.text(st.sampled_from("abcW 019,.电费违约金（）。"), max_size=60).map(str.strip)
AMOUNTS = st.integers(0, 10**11).map(lambda fen: f"￥{fen // 100:,}.{fen % 100:02d}")
PAIRS = st.builds(Pair, TEXTS, AMOUNTS)
SLIPS = st.builds(
    Slip,
    title=TEXTS,
    subtitle=TEXTS,
    number=st.none() | PAIRS,
    rows=st.lists(st.builds(Pair, TEXTS, TEXTS | AMOUNTS), max_size=5).map(tuple),
    total=st.none() | PAIRS,
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    code=st.just(""),
    footer=st.lists(TEXTS, max_size=2).map(tuple),
)
WIDTHS = st.sampled_from([32, 48])


def runs_of(element: Element) -> list[Run]:
    match element:
        case Line(run):
            return [run]
        case Spread(label, value):
            return [label, value]
        case _:
            return []


def words_of(elements: list[Element]) -> str:
    return "".join(run.text for element in elements for run in runs_of(element)).replace(" ", "")


@given(SLIPS, WIDTHS)
def test_no_line_is_wider_than_the_roll(slip: Slip, width: int) -> None:
    for element in lay_out(slip, width):
        runs = runs_of(element)
        assert sum(run.columns for run in runs) <= width
        if isinstance(element, Spread) and all(run.text for run in runs):
            assert sum(run.columns for run in runs) + 2 <= width


@given(SLIPS, WIDTHS)
def test_every_sum_is_whole_and_at_the_right_edge(slip: Slip, width: int) -> None:
    elements = lay_out(slip, width)
    at_right = [element.value.text for element in elements if isinstance(element, Spread)]
    at_right += [
        element.run.text for element in elements if isinstance(element, Line) and element.align is Align.RIGHT
    ]
    for pair in filter(None, [slip.number, slip.total]):
        assert pair.value in at_right


@given(SLIPS, WIDTHS)
def test_nothing_of_a_slip_is_cut_off(slip: Slip, width: int) -> None:
    shown = sorted(words_of(lay_out(slip, width)))
    pairs = [*filter(None, [slip.number, slip.total]), *slip.rows]
    texts = [
        slip.title,
        slip.subtitle,
        *slip.notes,
        *slip.footer,
        *(p.label for p in pairs),
        *(p.value for p in pairs),
    ]
    assert shown == sorted("".join(texts).replace(" ", ""))


def test_a_row_has_its_value_at_the_end_of_its_line() -> None:
    elements = lay_out(parse_slip(CHINESE), 32)
    assert Spread(Run("户号"), Run("3304 1277 86")) in elements
    assert Spread(Run("收据号"), Run("001 042", 2)) in elements
    assert Spread(Run("实收现金", bold=True), Run("￥440.00", 2, bold=True)) in elements


def test_a_label_that_fills_the_line_leaves_the_value_the_next() -> None:
    elements = lay_out(parse_slip(CHINESE), 32)
    at = elements.index(Line(Run("9 月电费和违约金（逾期 25 天）"), Align.LEFT))
    assert elements[at + 1] == Spread(Run(""), Run("￥247.05"))


def test_a_long_value_breaks_beside_its_short_label() -> None:
    slip = parse_slip({"title": ["t"], "rows": ["地址\t武原街道海盐塘路12号3幢502室"]})
    spread, below = lay_out(slip, 32)[-2:]
    assert spread == Spread(Run("地址"), Run("武原街道海盐塘路12号3幢502"))
    assert below == Line(Run("室"), Align.RIGHT)


def test_a_total_too_wide_to_be_large_is_plain_rather_than_broken() -> None:
    slip = parse_slip({"title": ["t"], "total": ["合计\t￥123,456,789,012.00"]})
    assert Spread(Run("合计", bold=True), Run("￥123,456,789,012.00", 1, bold=True)) in lay_out(slip, 32)


def test_a_title_that_would_fill_three_large_lines_is_bold_instead() -> None:
    one, two = (
        lay_out(parse_slip({"title": [title]}), 32)[0]
        for title in ("Payment receipt", "Electricity bill: a slip")
    )
    assert one == Line(Run("Payment receipt", 2), Align.CENTRE)
    assert two == Line(Run("Electricity", 2), Align.CENTRE)
    elements = lay_out(parse_slip({"title": ["Electricity bill: payment slip"]}), 32)
    assert elements[0] == Line(Run("Electricity bill: payment slip", bold=True), Align.CENTRE)


def test_blocks_that_are_there_are_ruled_off_and_others_leave_no_trace() -> None:
    assert sum(isinstance(element, Rule) for element in lay_out(parse_slip(CHINESE), 32)) == 4
    assert not any(isinstance(element, Rule) for element in lay_out(parse_slip({"title": ["t"]}), 32))
