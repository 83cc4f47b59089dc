"""Whatever is told in whatever order: no event raises, and money only ever comes from what lies in the box."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from hall.contract import ClaimKind, PaymentEnd
from kiosk.payment.commands import IssueReceipt, OpenClaim
from kiosk.payment.events import (
    EVENTS,
    CashInState,
    ClaimFiled,
    ClaimOpened,
    CountsTaken,
    Dismissed,
    Event,
    FailureKind,
    GaveUp,
    HallAwaited,
    NoteRefused,
    NoteReturned,
    Posted,
    PostRefused,
    ReceiptIssued,
    Restarted,
    SlipAsked,
    SlipFailed,
    SlipPrinted,
    SlotClosed,
    StopAsked,
)
from kiosk.payment.machine import begin, is_news, step
from kiosk.payment.outbox import letters
from kiosk.payment.runner import is_over, replay
from kiosk.payment.show import view_of
from kiosk.payment.states import NotOpened, Opening, Receipted, State
from kiosk.payment.view import Refusal, Stage
from tests.kiosk.payment.facts import (
    CLAIM,
    NOON,
    PAYMENT,
    begun,
    counts,
    failed,
    held,
    posted,
    quote_line,
    stacked,
)

VALUES = st.sampled_from([10_000, 5_000, 500])
BOXES = st.dictionaries(VALUES, st.integers(0, 3), max_size=2)
CLAIMS = st.builds(
    lambda kind, amount, difference: ClaimOpened(
        claim_id=CLAIM,
        number="001-20261125-009",
        claim=kind,
        amount_minor=amount,
        evidence={},
        difference=difference,
        at=NOON,
    ),
    st.sampled_from(ClaimKind),
    st.none() | VALUES,
    BOXES,
)
WORLD: st.SearchStrategy[Event] = st.one_of(
    st.builds(lambda box: CountsTaken(counts=box), BOXES),
    st.builds(held, VALUES, st.sampled_from(["CNY", "EUR"])),
    st.builds(stacked, VALUES),
    st.builds(lambda refusal: NoteRefused(reason=refusal), st.sampled_from(Refusal)),
    st.builds(failed, st.sampled_from(FailureKind)),
    st.builds(counts, BOXES, st.sampled_from(CashInState), st.none() | VALUES),
    st.builds(lambda why: StopAsked(why=why), st.sampled_from(PaymentEnd)),
    CLAIMS,
    st.sampled_from(
        [
            NoteReturned(),
            SlotClosed(),
            GaveUp(at=NOON),
            Restarted(at=NOON),
            ReceiptIssued(number="001-20261125-001", token="BH1.a.b"),
            HallAwaited(),
            Posted(answer=posted()),
            PostRefused(status=401, title="unsigned"),
            ClaimFiled(claim_id=CLAIM, answer_due=NOON),
            ClaimFiled(claim_id=UUID(int=9), answer_due=NOON),
            SlipPrinted(),
            SlipFailed(reason="gone"),
            SlipAsked(),
            Dismissed(),
        ]
    ),
)
HISTORIES = st.lists(WORLD, max_size=25)
FIRST = begun(quote_line(16_000), limit=20_000)


def tray_notes(state: State) -> int:
    return 0 if isinstance(state, Opening | NotOpened) else len(state.tray.notes)


@settings(max_examples=300, deadline=None)
@given(HISTORIES)
def test_no_order_of_events_raises_and_each_state_can_be_shown_and_told(history: list[Event]) -> None:
    state, _ = begin(FIRST)
    for event in history:
        is_news(state, event)
        state, commands = step(state, event)
        view = view_of(state)
        list(letters({PAYMENT: state}))
        assert view.may_stop <= (view.stage is Stage.READY)
        assert len([command for command in commands if isinstance(command, IssueReceipt | OpenClaim)]) <= 1
    assert replay([FIRST, *history]) == state
    if is_over(state):
        assert view_of(state).stage in (Stage.IDLE, Stage.DONE, Stage.UNAVAILABLE)


@settings(max_examples=300, deadline=None)
@given(HISTORIES)
def test_credit_grows_by_one_note_at_most_and_only_by_stacked_or_by_the_box(history: list[Event]) -> None:
    state, _ = begin(FIRST)
    for event in history:
        before = tray_notes(state)
        state, _ = step(state, event)
        grown = tray_notes(state) - before
        assert 0 <= grown <= 1
        assert not grown or event.kind in ("note-stacked", "counts-told")


@settings(max_examples=200, deadline=None)
@given(HISTORIES, HISTORIES)
def test_a_receipt_once_issued_never_changes_its_sum(before: list[Event], after: list[Event]) -> None:
    state, _ = begin(FIRST)
    for event in before:
        state, _ = step(state, event)
    if isinstance(state, Receipted):
        receipt = (state.number, state.tray.notes)
        for event in after:
            state, _ = step(state, event)
            assert isinstance(state, Receipted)
            assert (state.number, state.tray.notes) == receipt


@given(WORLD)
def test_every_event_survives_the_journal(event: Event) -> None:
    assert EVENTS.validate_json(event.model_dump_json()) == event
