"""What a job looks like on the paper."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.simulators.printer.charset import Charset
from devices.simulators.printer.paper import Bitmap, Cell, Feed, PictureRow, TextRow, length_of
from devices.simulators.printer.unit import KNIFE_DOTS, Model
from tests.devices.simulators.printer.paper_host import CUT, PRINTED, Bench, gb


def text_rows(bench: Bench, job: bytes) -> list[TextRow]:
    bench.send(job + CUT)
    bench.wait()
    (slip,) = bench.slips()
    return [row for row in slip.rows if isinstance(row, TextRow)]


def test_chinese_and_latin_text_stand_on_the_slip() -> None:
    assert Bench().print(gb("光明厅 电费￥433.45") + b"\nA b\n") == "光明厅 电费￥433.45\nA b\n"


def test_a_chinese_character_takes_two_columns() -> None:
    (row,) = text_rows(Bench(), gb("电A") + b"\n")
    assert [cell.width for cell in row.cells] == [24, 12]


def test_a_line_that_is_too_long_goes_on_below() -> None:
    assert Bench().print(b"x" * 50 + b"\n") == "x" * 48 + "\nxx\n"
    assert Bench(Model(dots=384)).print(gb("户" * 17) + b"\n") == "户" * 16 + "\n户\n"


def test_the_four_byte_yuan_sign_prints_its_digits_only() -> None:
    assert Bench().print(bytes.fromhex("81 30 84 36") + b"1\n") == " 0 61\n"


def test_without_chinese_mode_high_bytes_come_from_the_code_page() -> None:
    assert Bench().print(b"\x1c.\x1bt\x10\xa5\n") == "¥\n"
    assert Bench().print(b"\x1c.\xd6\xd0\x1c&\xd6\xd0\n") == "╓╨中\n"


def test_in_the_chinese_character_set_the_dollar_is_a_yuan_sign() -> None:
    assert Bench().print(b"\x1bR\x0f$\x1bR\x00$\n") == "¥$\n"


def test_a_printer_with_utf_8_firmware_reads_utf_8() -> None:
    assert Bench(Model(charset=Charset.UTF_8)).print("电费 ¥1".encode() + b"\n") == "电费 ¥1\n"


def test_a_printer_without_chinese_prints_code_page_signs() -> None:
    assert Bench(Model(charset=Charset.NONE)).print(b"\xd6\xd0\n") == "╓╨\n"


def test_half_a_character_before_a_command_is_lost() -> None:
    assert Bench().print(b"\xd6\x1bE\x01A\n") == "A\n"


@given(st.integers(1, 7))
@settings(deadline=None)
def test_a_job_prints_alike_in_any_chunking(size: int) -> None:
    job = b"\x1b@\x1ba\x01" + gb("电费收据") + b"\n\x1d!\x11" + gb("￥440") + b"\n" + CUT
    bench = Bench()
    for at in range(0, len(job), size):
        bench.send(job[at : at + size])
    bench.wait()
    (cut_in_pieces,) = bench.slips()
    whole = Bench()
    whole.send(job)
    whole.wait()
    assert whole.slips() == [cut_in_pieces]


def test_alignment_puts_the_line_left_in_the_middle_or_right() -> None:
    rows = text_rows(Bench(), b"\x1ba\x00ab\n\x1ba\x01ab\n\x1ba2ab\n")
    assert [row.x for row in rows] == [0, (576 - 24) // 2, 576 - 24]


def test_sizes_weights_and_their_end() -> None:
    rows = text_rows(
        Bench(), b"\x1d!\x11\x1bE\x01A\n\x1b@B\n\x1b!\x30C\n\x1b!\x00\x1cW\x01" + gb("中") + b"D\n"
    )
    shapes = [[(c.width, c.height, c.bold) for c in row.cells if isinstance(c, Cell)] for row in rows]
    assert shapes == [
        [(24, 48, True)],
        [(12, 24, False)],
        [(24, 48, False)],
        [(48, 48, False), (12, 24, False)],
    ]


def test_size_for_all_and_size_for_chinese_do_not_multiply() -> None:
    (row,) = text_rows(Bench(), b"\x1d!\x11\x1cW\x01" + gb("中") + b"\n")
    assert row.cells[0].width == 48


def test_line_spacing_feeds_and_never_less_than_the_line_is_high() -> None:
    rows = text_rows(Bench(), b"\x1b3\x40A\n\x1b3\x00B\n\x1b2C\n")
    assert [row.height for row in rows] == [64, 24, 30]


def test_feeds_print_what_is_set_and_move_the_paper() -> None:
    bench = Bench()
    bench.send(b"A\x1bJ\x60\x1bd\x02\n" + CUT)
    bench.wait()
    (slip,) = bench.slips()
    assert [row.height for row in slip.rows[1:4]] == [96, 60, 30]


def test_tabs_and_positions_go_forward_in_the_line() -> None:
    (row,) = text_rows(Bench(), b"A\tB\x1b$\x20\x01C\n")
    at = [sum(cell.width for cell in row.cells[:place]) for place in range(len(row.cells))]
    drawn = [
        (cell.char, x)
        for cell, x in zip(row.cells, at, strict=True)
        if isinstance(cell, Cell) and cell.char != " "
    ]
    assert drawn == [("A", 0), ("B", 96), ("C", 288)]


def test_a_raster_picture_comes_in_the_slices_the_head_prints() -> None:
    bench = Bench()
    data = bytes(range(100))
    bench.send(b"\x1dv0\x00\x02\x00\x32\x00" + data + CUT)
    bench.wait()
    (slip,) = bench.slips()
    pictures = [row for row in slip.rows if isinstance(row, PictureRow)]
    assert [row.height for row in pictures] == [24, 24, 2]
    assert b"".join(row.picture.data for row in pictures) == data
    assert [row.label for row in pictures] == ["[picture]", "", ""]


def test_raster_modes_double_across_and_down() -> None:
    picture = Bitmap(8, 1, b"\xa0").scaled(2, 2)
    assert (picture.width, picture.height, picture.data) == (16, 2, b"\xcc\x00\xcc\x00")


def test_a_bit_image_is_columns_set_into_the_line() -> None:
    (row,) = text_rows(Bench(), b"\x1b*\x21\x02\x00\xff\xff\xff\x00\x00\x01A\n")
    picture = row.cells[0]
    assert isinstance(picture, Bitmap)
    assert (picture.width, picture.height) == (2, 24)
    assert picture.data == b"\x80" * 23 + b"\xc0"


def test_graphics_are_stored_and_printed() -> None:
    stored = b"\x30\x70\x30\x01\x01\x31\x08\x00\x02\x00\xff\x81"
    bench = Bench()
    bench.send(b"\x1d(L" + bytes([len(stored), 0]) + stored + b"\x1d(L\x02\x00\x30\x32" + CUT)
    bench.wait()
    (slip,) = bench.slips()
    assert [row.picture for row in slip.rows if isinstance(row, PictureRow)] == [Bitmap(8, 2, b"\xff\x81")]


def test_a_qr_code_is_drawn_and_its_text_told() -> None:
    text = b"https://example/r/1"
    job = (
        b"\x1d(k\x03\x001C\x04\x1d(k\x03\x001E1\x1d(k"
        + bytes([3 + len(text), 0])
        + b"1P0"
        + text
        + b"\x1d(k\x03\x001Q0"
    )
    bench = Bench()
    bench.send(b"\x1ba\x01" + job + CUT)
    bench.wait()
    (slip,) = bench.slips()
    rows = [row for row in slip.rows if isinstance(row, PictureRow)]
    assert rows[0].label == "[QR] https://example/r/1"
    assert rows[0].picture.width == sum(row.height for row in rows)
    assert rows[0].picture.width % 4 == 0
    assert rows[0].x == (576 - rows[0].picture.width) // 2


def test_a_cut_without_feed_leaves_the_last_lines_for_the_next_slip() -> None:
    bench = Bench()
    bench.send(b"first\n\x1bJ\x60last\n\x1dV\x00second\n" + CUT)
    bench.wait()
    first, second = bench.slips()
    assert [[row.text for row in slip.rows if isinstance(row, TextRow)] for slip in (first, second)] == [
        ["first"],
        ["last", "second"],
    ]


def test_a_cut_with_feed_takes_everything_and_the_next_slip_begins_blank() -> None:
    bench = Bench()
    bench.send(b"A\n" + CUT + b"B\n" + CUT)
    bench.wait()
    first, second = bench.slips()
    assert length_of(first.rows) == KNIFE_DOTS + 30
    assert second.rows[0] == Feed(KNIFE_DOTS)


def test_printing_takes_time_and_the_queued_status_comes_after_it() -> None:
    bench = Bench(Model(speed_mm_s=100))
    bench.send(b"\x1bJ\xc8" * 8 + PRINTED)  # 200 mm
    bench.wait(1.5)
    assert bench.heard() == b""
    assert bench.unit.busy
    bench.wait(0.6)
    assert bench.heard() == b"\x00"
    assert not bench.unit.busy


@pytest.mark.parametrize(
    "noise", [b"\x1d(k\x00\x00", b"\x1d(k\x03\x001Q0", b"\x1dv0\x00\x00\x00\x00\x00", b"\x1b*\x00\x00\x00"]
)
def test_commands_that_make_no_sense_print_nothing_and_do_no_harm(noise: bytes) -> None:
    assert Bench().print(noise + b"A\n") == "A\n"


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=200)
def test_whatever_is_sent_the_printer_stays_alive(noise: bytes) -> None:
    bench = Bench()
    bench.send(noise)
    bench.wait(600)
    bench.heard()
    bench.unit.switch(bench.now, on=False)
    bench.unit.switch(bench.now, on=True)
    bench.wait()
    bench.slips()
    assert bench.ask(b"\x10\x04\x03") == b"\x12"
