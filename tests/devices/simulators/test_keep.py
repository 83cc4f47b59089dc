from __future__ import annotations

from pathlib import Path

import pytest

from devices.simulators.acceptor.note import Contents, Held, Kind, Note, Place
from devices.simulators.keep import Keep, StateFolderError

FULL_OF_LIFE = Contents(
    held=Held(Note(100, Kind.JAMS), Place.JAMMED_SAFE, value_known=True, credit_told=True),
    slot=Note(5, Kind.FORGED),
    box={100: 2, 20: 1},
    collected={50: 1},
    inserted=7,
    returned=1,
    taken_out=1,
    stacked=3,
    rejected=1,
    box_in=False,
)


def reopened(keep: Keep, folder: Path) -> Keep:
    keep.close()
    return Keep(folder)


def test_a_new_folder_begins_empty(tmp_path: Path) -> None:
    assert Keep(tmp_path / "new").contents == Contents()


def test_what_was_kept_is_there_again_with_its_types(tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    keep.keep(FULL_OF_LIFE)
    assert reopened(keep, tmp_path).contents == FULL_OF_LIFE


def test_a_crash_before_the_replacement_leaves_the_old_contents(tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    keep.keep(FULL_OF_LIFE)
    (tmp_path / "acceptor.new").write_bytes(b'{"box": {"10')
    assert reopened(keep, tmp_path).contents == FULL_OF_LIFE


def test_a_second_simulator_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    keep = Keep(tmp_path)
    with pytest.raises(StateFolderError, match="another simulator"):
        Keep(tmp_path)
    keep.close()


@pytest.mark.parametrize("content", [b"", b"{", b'{"inserted": 3}', b'{"box": {"x": 1}}'])
def test_a_file_that_no_simulator_wrote_is_refused_not_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "acceptor.json").write_bytes(content)
    with pytest.raises(StateFolderError, match="not what a simulator wrote"):
        Keep(tmp_path)
    assert (tmp_path / "acceptor.json").read_bytes() == content
