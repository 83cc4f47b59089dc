from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer.status import Answer, PrinterStatus, Unknown, is_queued, is_real_time, read_answer


@pytest.mark.parametrize(
    ("heard", "answer"),
    [
        (b"", Unknown.NO_ANSWER),
        (b"\x00", Unknown.NOT_A_STATUS),
        (b"\x72", 0x72),
        (b"\x12\x12", Unknown.AMBIGUOUS),
        (b"\x12\x00", Unknown.AMBIGUOUS),
        (b"\x11", Unknown.NOT_A_STATUS),
        (b"\x13", Unknown.NOT_A_STATUS),
        (b"\x92", Unknown.NOT_A_STATUS),
        (b"\x10", Unknown.NOT_A_STATUS),
    ],
)
def test_f42_each_answer_to_the_paper_question_is_its_own_state(heard: bytes, answer: Answer) -> None:
    assert read_answer(heard) == answer


def test_f42_paper_end_is_read_from_its_bits() -> None:
    status = PrinterStatus({4: 0x72})
    assert status.paper_end is True
    assert status.paper_near_end is False


@pytest.mark.parametrize("answer", list(Unknown))
def test_no_answer_is_never_plenty(answer: Unknown) -> None:
    status = PrinterStatus({4: answer})
    assert status.paper_end is None
    assert status.paper_near_end is None
    assert status.unanswered == {4: answer}
    assert status.silent == (answer in {Unknown.NOT_ASKED, Unknown.NO_ANSWER, Unknown.LATE})


def test_a_printer_stopped_by_paper_end_says_so_three_times() -> None:
    status = PrinterStatus({1: 0x1A, 2: 0x32, 4: 0x7E})
    assert (status.offline, status.stopped_by_paper_end, status.paper_end) == (True, True, True)
    assert (status.paper_near_end, status.cover_open, status.error) == (True, False, False)
    assert status.cutter_error is None


def test_the_error_bits_have_their_names() -> None:
    assert PrinterStatus({3: 0x1A}).cutter_error is True
    assert PrinterStatus({3: 0x32}).unrecoverable is True
    assert PrinterStatus({3: 0x52}).waits_to_recover is True
    assert PrinterStatus({2: 0x16}).cover_open is True
    assert PrinterStatus({2: 0x52}).error is True


@pytest.mark.parametrize("byte", [0x32, 0x52])
def test_a_sensor_pair_that_disagrees_says_nothing(byte: int) -> None:
    assert PrinterStatus({4: byte}).paper_end is None


@given(st.integers(0, 255))
def test_a_byte_is_one_kind_of_answer_at_most(byte: int) -> None:
    assert not (is_real_time(byte) and is_queued(byte))
    assert is_real_time(byte) == (byte & 1 == 0 and byte & 2 != 0 and byte & 16 != 0 and byte & 128 == 0)
    assert is_queued(byte) == (byte & 16 == 0 and byte & 128 == 0)
