"""Journal first, then judge, then do; and what a screen may ask of it at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from hall.contract import ClaimKind, PaymentEnd
from kiosk.payment.events import Begun, Event, NoteStacked
from kiosk.payment.journal import JournalError
from kiosk.payment.view import Slip, Stage
from kiosk.payment.world import JournalEdge
from tests.kiosk.payment.acceptor import Goes
from tests.kiosk.payment.bench import Bench, bench_in
from tests.kiosk.payment.facts import NOON, stacked


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with bench_in(tmp_path) as built:
        yield built


def stage_of(bench: Bench) -> Stage:
    """As it is now; a call, because what one assertion says of an attribute is not so for long."""
    return bench.view.stage


class Watched:
    """A journal and what was commanded, in one order of time."""

    def __init__(self, journal: JournalEdge, story: list[str]) -> None:
        self._journal = journal
        self._story = story
        self.payments, self.next_document, self.close = (
            journal.payments,
            journal.next_document,
            journal.close,
        )

    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None:
        self._journal.append(payment, seq, event, document)
        self._story.append(event.kind)


def test_every_event_is_on_disk_before_the_command_that_it_justifies(tmp_path: Path) -> None:
    story: list[str] = []
    bench = Bench(tmp_path, wrap=lambda journal: Watched(journal, story))
    bench.acceptor.heard = story.append
    bench.begin()
    bench.acceptor.insert(10_000)
    assert story[:7] == [
        "begun",
        "CountBox",
        "counts-taken",
        "AwaitNote",
        "note-held",
        "StackNote",
        "note-stacked",
    ]
    bench.journal.close()


def test_exact_notes_end_a_payment_by_themselves(bench: Bench) -> None:
    bench.begin(15_000)
    bench.acceptor.insert(10_000)
    assert stage_of(bench) is Stage.READY
    bench.acceptor.insert(5_000)
    assert stage_of(bench) is Stage.DONE
    assert bench.view.slip is Slip.PRINTED
    assert bench.hall.booked_minor() == 15_000
    assert not bench.acceptor.open


def test_f21_a_second_begin_while_one_is_under_way_changes_nothing(bench: Bench) -> None:
    for _ in range(4):
        bench.begin()
    begins = [event for _, events in bench.journal.payments() for event in events if isinstance(event, Begun)]
    assert len(begins) == 1


def test_f05_a_note_that_is_returned_is_no_credit_whatever_comes_after(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.eager = False
    bench.acceptor.insert(10_000)
    bench.acceptor.lose_wire()
    bench.runner.stop(PaymentEnd.STOPPED)
    bench.acceptor.regain_wire()
    assert stage_of(bench) is Stage.IDLE
    assert bench.acceptor.box_minor() == 0
    assert bench.hall.booked_minor() == 0


def test_f07_a_credit_that_comes_after_the_visit_is_nobodys(bench: Bench) -> None:
    """Neither the last customer's again, nor the next one's."""
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.runner.dismiss()
    bench.runner.happened(stacked(10_000))
    bench.begin(20_000)
    bench.runner.happened(stacked(10_000))
    assert bench.view.paid_minor == 0
    assert bench.hall.booked_minor() == 10_000


def test_cash_that_gets_in_between_two_payments_is_claimed_and_no_ones_credit(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.runner.dismiss()
    bench.acceptor.box[5_000] += 1
    bench.begin(20_000)
    assert bench.view.paid_minor == 0
    [claim] = bench.hall.claims.values()
    assert (claim.kind, claim.amount_minor) == (ClaimKind.UNCLAIMED_CASH, 5_000)


def test_cash_that_gets_in_while_nobody_is_there_is_claimed_when_the_acceptor_is_back(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.runner.dismiss()
    bench.acceptor.box[5_000] += 1
    bench.runner.cash_is_ready()
    bench.runner.cash_is_ready()
    assert [claim.amount_minor for claim in bench.hall.claims.values()] == [5_000]


def test_f10_no_idle_page_while_a_note_is_inside(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.eager = False
    bench.runner.stop(PaymentEnd.STOPPED)
    assert stage_of(bench) is Stage.CLOSING
    bench.acceptor.insert(10_000)
    assert stage_of(bench) is Stage.MOVING
    bench.acceptor.work()
    assert stage_of(bench) is Stage.IDLE
    assert bench.acceptor.held is None
    assert bench.acceptor.box_minor() == 0


def test_a_hall_that_is_down_does_not_hold_up_the_slip(bench: Bench) -> None:
    bench.hall.down = True
    bench.begin()
    bench.acceptor.insert(10_000)
    assert stage_of(bench) is Stage.DONE
    assert bench.view.hall_awaited
    assert bench.view.slip is Slip.PRINTED
    bench.hall.down = False
    bench.tell()
    assert bench.view.posted is not None
    assert not bench.view.hall_awaited


def test_a_hall_that_stays_down_does_not_fill_the_journal(bench: Bench) -> None:
    bench.hall.down = True
    bench.begin()
    bench.acceptor.insert(10_000)
    before = events_of(bench)
    for _ in range(50):
        bench.tell()
    assert events_of(bench) == before


def events_of(bench: Bench) -> list[Event]:
    return [event for _, events in bench.journal.payments() for event in events]


def test_a_device_that_can_not_be_used_ends_as_unavailable(bench: Bench) -> None:
    bench.acceptor.reachable = False
    bench.begin()
    assert stage_of(bench) is Stage.UNAVAILABLE
    bench.runner.dismiss()
    assert stage_of(bench) is Stage.IDLE
    bench.acceptor.reachable = True
    bench.begin()
    assert stage_of(bench) is Stage.READY


def test_without_the_utilitys_settings_there_is_no_cash(bench: Bench) -> None:
    bench.utility = None
    bench.begin()
    assert stage_of(bench) is Stage.UNAVAILABLE
    assert events_of(bench) == []


def test_a_payment_is_only_let_go_when_it_has_ended(bench: Bench) -> None:
    bench.begin()
    bench.runner.dismiss()
    assert stage_of(bench) is Stage.READY


def test_a_slip_belongs_to_the_payment_that_asked_for_it(bench: Bench) -> None:
    bench.printer.waits = True
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.runner.dismiss()
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.printer.end()
    first = bench.view.slip
    bench.printer.end()
    assert first is Slip.PRINTING
    assert bench.view.slip is Slip.PRINTED


def test_a_slip_is_printed_again_when_asked(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.runner.print_again()
    assert len(bench.printer.slips) == 2


def test_receipts_and_claims_share_one_sequence_a_day(bench: Bench) -> None:
    bench.begin(20_000)
    bench.acceptor.insert(10_000)
    bench.acceptor.jam()
    assert bench.view.claim is not None
    assert {bench.view.claim.number, bench.view.receipt_number} == {"001-20261125-001", "001-20261125-002"}


def test_a_number_has_the_day_of_the_utilitys_zone(bench: Bench) -> None:
    bench.now = bench.acceptor.now = NOON.replace(hour=17)
    bench.begin()
    bench.acceptor.insert(10_000)
    assert bench.view.receipt_number == "001-20261126-001"


def test_a_device_that_is_lost_for_good_ends_in_a_claim(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.eager = False
    bench.acceptor.insert(10_000)
    bench.acceptor.lose_wire(Goes.IN)
    assert stage_of(bench) is Stage.CLOSING
    bench.time_passes()
    assert bench.view.claim is not None
    assert stage_of(bench) is Stage.DONE
    bench.acceptor.regain_wire()
    [claim] = bench.hall.claims.values()
    assert (claim.kind, claim.amount_minor) == (ClaimKind.NOTE_IN_DOUBT, 10_000)


def test_a_patience_that_ran_out_for_an_earlier_loss_does_not_end_a_later_one(bench: Bench) -> None:
    bench.begin(50_000)
    bench.acceptor.lose_wire()
    bench.acceptor.regain_wire()
    assert stage_of(bench) is Stage.READY
    bench.acceptor.lose_wire()
    first, _second = bench.timers
    first()
    assert stage_of(bench) is Stage.CLOSING


# --- a journal that fails ---


class Full:
    """A journal whose disk is full from the nth event on."""

    def __init__(self, journal: JournalEdge, nth: int) -> None:
        self._journal = journal
        self._left = nth
        self.payments, self.next_document, self.close = (
            journal.payments,
            journal.next_document,
            journal.close,
        )

    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None:
        self._left -= 1
        if self._left <= 0:
            raise JournalError("database or disk is full")
        self._journal.append(payment, seq, event, document)


@pytest.mark.parametrize("nth", range(1, 12))
def test_wherever_the_disk_is_full_nothing_is_done_that_is_not_written_and_nothing_is_lost(
    tmp_path: Path, nth: int
) -> None:
    bench = Bench(tmp_path, wrap=lambda journal: Full(journal, nth))
    bench.begin()
    bench.acceptor.insert(10_000)
    if bench.alarms:
        assert bench.view.stage in (Stage.UNAVAILABLE, Stage.DONE)
    bench.wrap = lambda journal: journal
    bench.restart()
    bench.tell()
    assert bench.hall.booked_minor() == bench.acceptor.box_minor()


def test_a_journal_that_failed_takes_no_new_payment(tmp_path: Path) -> None:
    bench = Bench(tmp_path, wrap=lambda journal: Full(journal, 3))
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.runner.dismiss()
    assert stage_of(bench) is Stage.IDLE
    bench.begin()
    assert stage_of(bench) is Stage.UNAVAILABLE
    bench.journal.close()


# --- after a restart ---


def test_what_was_stacked_is_posted_and_nothing_goes_on_collecting(bench: Bench) -> None:
    bench.begin(50_000)
    bench.acceptor.insert(10_000)
    bench.restart()
    assert bench.view.recovered
    assert stage_of(bench) is Stage.DONE
    assert bench.hall.booked_minor() == 10_000
    assert not bench.acceptor.open
    assert len(bench.printer.slips) == 1


def test_a_restart_without_money_leaves_nothing_to_show(bench: Bench) -> None:
    bench.begin()
    bench.restart()
    assert stage_of(bench) is Stage.IDLE
    bench.begin()
    assert stage_of(bench) is Stage.READY


def test_a_payment_is_shown_after_each_restart_until_it_is_dismissed(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.insert(10_000)
    bench.restart()
    bench.restart()
    assert bench.view.recovered
    assert len(bench.printer.slips) == 1
    bench.runner.dismiss()
    bench.restart()
    assert stage_of(bench) is Stage.IDLE


def test_f04_restarting_again_and_again_posts_a_payment_once(bench: Bench) -> None:
    bench.hall.down = True
    bench.begin(20_000)
    bench.acceptor.insert(10_000)
    bench.acceptor.insert(10_000)
    for _ in range(3):
        bench.restart()
    bench.hall.down = False
    bench.tell()
    bench.restart()
    assert len(bench.hall.payments) == 1
    assert bench.hall.booked_minor() == 20_000


def test_f13_an_answer_that_was_lost_is_read_back_after_days(bench: Bench) -> None:
    bench.hall.loses_answers = True
    bench.begin()
    bench.acceptor.insert(10_000)
    assert bench.view.hall_awaited
    bench.restart()
    bench.hall.loses_answers = False
    bench.tell()
    assert bench.view.posted is not None
    assert len(bench.hall.payments) == 1
    assert bench.hall.posts >= 3


def test_a_note_held_over_a_restart_is_stacked_to_its_payment(bench: Bench) -> None:
    bench.begin()
    bench.acceptor.eager = False
    bench.acceptor.insert(10_000)
    bench.acceptor.eager = True
    bench.restart()
    assert bench.acceptor.box_minor() == 10_000
    assert bench.hall.booked_minor() == 10_000


def test_events_of_the_device_are_kept_even_when_they_fit_nowhere(bench: Bench) -> None:
    bench.begin()
    bench.runner.happened(NoteStacked(value_minor=77, at=NOON))
    assert any(isinstance(event, NoteStacked) and event.value_minor == 77 for event in events_of(bench))
