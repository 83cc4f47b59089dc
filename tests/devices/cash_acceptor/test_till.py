"""The till's rules, one by one."""

from __future__ import annotations

from dataclasses import replace

from devices.cash_acceptor import till as tills
from devices.cash_acceptor.till import Alarm, Phase, Step, Till
from devices.contract import CashInState

HUNDRED, FIVE = "type100CNY", "type5CNY"
IDLE = Till(serial="1", counter=10, settled=True, box={HUNDRED: 3})


def after(step: Step) -> Till:
    return step[0]


def alarms(step: Step) -> list[Alarm]:
    return [line.alarm for line in step[1]]


def holding(note: str = HUNDRED, till: Till = IDLE) -> Till:
    return tills.held(tills.started(till), note)


def stacking(note: str = HUNDRED) -> Till:
    return tills.told_to(holding(note), Phase.STACKING)


def returning(note: str = HUNDRED) -> Till:
    return tills.told_to(holding(note), Phase.RETURNING)


def test_a_note_that_was_told_to_be_stacked_is_credited_to_its_transaction() -> None:
    step = tills.credited(stacking(), HUNDRED, at_power_up=False)
    till = after(step)
    assert (till.box, till.counter, till.transaction.status) == ({HUNDRED: 4}, 11, CashInState.OK)
    assert not till.in_doubt
    assert alarms(step) == []


def test_a_returned_note_ends_its_transaction_as_rolled_back_and_counts_nothing() -> None:
    till = after(tills.returned(returning(), at_power_up=False))
    assert (till.transaction.status, till.box, till.counter) == (CashInState.ROLLBACK, {HUNDRED: 3}, 10)


def test_f05_a_held_note_counts_nothing() -> None:
    assert holding().notes_in_box == IDLE.notes_in_box


def test_the_unit_may_return_a_held_note_by_itself_and_at_power_up_that_is_an_alarm() -> None:
    assert alarms(tills.returned(holding(), at_power_up=False)) == []
    step = tills.returned(holding(), at_power_up=True)
    assert after(step).transaction.status is CashInState.ROLLBACK
    assert alarms(step) == [Alarm.RETURNED_BY_UNIT]


def test_a_note_that_came_out_while_the_unit_could_not_be_heard_may_be_another_one() -> None:
    unheard = after(tills.met(stacking(), "1"))
    out = after(tills.returned(unheard, at_power_up=True))
    assert out.in_doubt
    assert after(tills.counted(out, 11, at_rest=True)).transaction.status is CashInState.OK
    assert after(tills.counted(out, 10, at_rest=True)).transaction.status is CashInState.ROLLBACK


def test_a_note_that_went_into_the_box_at_power_up_is_credited_to_the_open_transaction() -> None:
    step = tills.credited(stacking(), HUNDRED, at_power_up=True)
    assert after(step).transaction.status is CashInState.OK
    assert alarms(step) == []
    untold = tills.credited(holding(), HUNDRED, at_power_up=True)
    assert after(untold).transaction.status is CashInState.OK
    assert alarms(untold) == [Alarm.UNASKED]


def test_a_rollback_that_turns_out_stacked_is_told_as_it_is() -> None:
    assert after(tills.credited(returning(), HUNDRED, at_power_up=True)).transaction.status is CashInState.OK


def test_a_stacked_note_of_unknown_value_leaves_its_transaction_unknown() -> None:
    step = tills.credited(stacking(), None, at_power_up=True)
    till = after(step)
    assert (till.transaction.status, till.unrecognised, till.box) == (CashInState.UNKNOWN, 1, {HUNDRED: 3})
    assert alarms(step) == [Alarm.VALUE_UNKNOWN]


def test_another_note_than_the_held_one_leaves_the_transaction_unknown_and_is_counted() -> None:
    step = tills.credited(stacking(HUNDRED), FIVE, at_power_up=False)
    assert after(step).box == {HUNDRED: 3, FIVE: 1}
    assert after(step).transaction.status is CashInState.UNKNOWN
    assert alarms(step) == [Alarm.OTHER_NOTE]


def test_f07_a_credit_that_is_told_again_after_its_note_is_finished_is_counted_once() -> None:
    finished = after(tills.credited(stacking(), HUNDRED, at_power_up=False))
    late = after(tills.credited(finished, HUNDRED, at_power_up=False))
    assert late.box == finished.box
    assert not late.settled
    judged = tills.counted(late, 11, at_rest=True)
    assert after(judged).box == finished.box
    assert after(judged).transaction == finished.transaction
    assert after(judged).settled
    assert alarms(judged) == [Alarm.TOLD_TWICE]


def test_f07_a_late_credit_never_goes_to_the_next_transaction() -> None:
    finished = after(tills.credited(stacking(), HUNDRED, at_power_up=False))
    late = after(tills.credited(tills.started(finished), HUNDRED, at_power_up=False))
    judged = after(tills.counted(late, 11, at_rest=True))
    assert judged.transaction.note is None
    assert judged.box == finished.box


def test_a_note_that_got_in_all_the_same_is_unclaimed_cash_with_an_alarm() -> None:
    stray = after(tills.credited(IDLE, FIVE, at_power_up=False))
    assert stray.box == IDLE.box, "not before the unit's counter bears it out"
    step = tills.counted(stray, 11, at_rest=True)
    till = after(step)
    assert (till.box, till.unclaimed, till.counter) == ({HUNDRED: 3, FIVE: 1}, {FIVE: 1}, 11)
    assert alarms(step) == [Alarm.UNCLAIMED]


def test_without_a_counter_a_stray_credit_is_taken_for_money() -> None:
    stray = after(tills.credited(replace(IDLE, counter=None), FIVE, at_power_up=False))
    step = tills.counted(stray, None, at_rest=True)
    assert after(step).unclaimed == {FIVE: 1}
    assert alarms(step) == [Alarm.UNCLAIMED]


def test_a_counter_that_fits_settles_at_once_and_one_that_differs_only_at_rest() -> None:
    met = after(tills.met(IDLE, "1"))
    assert not met.settled
    assert after(tills.counted(met, 10, at_rest=False)).settled
    assert not after(tills.counted(met, 11, at_rest=False)).settled


def test_an_unexplained_difference_is_an_alarm_and_makes_the_counts_inaccurate() -> None:
    more = tills.counted(after(tills.met(IDLE, "1")), 12, at_rest=True)
    assert alarms(more) == [Alarm.DIFFERENCE]
    assert (after(more).accurate, after(more).unrecognised, after(more).counter) == (False, 2, 12)
    less = tills.counted(after(tills.met(IDLE, "1")), 4, at_rest=True)
    assert alarms(less) == [Alarm.DIFFERENCE]
    assert (after(less).accurate, after(less).box) == (False, IDLE.box)


def test_a_difference_is_told_once() -> None:
    told = after(tills.counted(after(tills.met(IDLE, "1")), 12, at_rest=True))
    again = tills.counted(after(tills.met(told, "1")), 12, at_rest=True)
    assert alarms(again) == []


def test_one_note_more_in_the_counter_is_the_note_whose_end_was_not_told() -> None:
    for till in (stacking(), holding(), returning()):
        step = tills.counted(after(tills.met(till, "1")), 11, at_rest=True)
        assert after(step).transaction.status is CashInState.OK
        assert after(step).box == {HUNDRED: 4}


def test_a_counter_that_stood_still_means_that_the_note_is_not_in_the_box() -> None:
    for till in (stacking(), holding(), returning()):
        step = tills.counted(after(tills.met(till, "1")), 10, at_rest=True)
        assert after(step).transaction.status is CashInState.ROLLBACK
        assert alarms(step) == []


def test_before_the_path_is_at_rest_a_counter_says_nothing_of_a_note_on_its_way() -> None:
    till = after(tills.met(stacking(), "1"))
    assert after(tills.counted(till, 10, at_rest=False)) == till


def test_a_note_whose_end_can_not_be_counted_is_in_doubt() -> None:
    step = tills.counted(replace(stacking(), counter=None), None, at_rest=True)
    assert after(step).transaction.status is CashInState.UNKNOWN
    assert not after(step).in_doubt
    assert alarms(step) == [Alarm.IN_DOUBT]


def test_another_unit_on_the_wire_is_an_alarm_and_its_counter_a_new_beginning() -> None:
    step = tills.met(stacking(), "2")
    assert alarms(step) == [Alarm.OTHER_UNIT, Alarm.IN_DOUBT]
    assert after(step).transaction.status is CashInState.UNKNOWN
    assert after(tills.counted(after(step), 500, at_rest=False)).counter == 500


def test_the_first_counter_of_a_unit_is_taken_as_it_is() -> None:
    step = tills.counted(after(tills.met(Till(), "1")), 77, at_rest=False)
    assert (after(step).counter, after(step).settled) == (77, True)
    assert alarms(step) == []


def test_a_transaction_that_ends_with_its_note_on_the_way_is_unknown_until_the_unit_tells() -> None:
    till = tills.ended(stacking(), CashInState.OK)
    assert till.transaction.status is CashInState.UNKNOWN
    assert after(tills.credited(till, HUNDRED, at_power_up=True)).transaction.status is CashInState.OK
    assert after(tills.returned(till, at_power_up=False)).transaction.status is CashInState.ROLLBACK


def test_a_note_pulled_out_while_it_was_stacked_is_a_fraud_and_no_credit() -> None:
    step = tills.pulled_out(stacking())
    assert (after(step).transaction.status, after(step).box) == (CashInState.ROLLBACK, {HUNDRED: 3})
    assert alarms(step) == [Alarm.FRAUD]
