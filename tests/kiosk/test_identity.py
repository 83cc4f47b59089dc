"""The kiosk's key on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.identity import KEY_FILE, NotEnrolledError, load_identity, make_key, public_text


def test_the_key_that_an_interrupted_enrolment_left_is_used_again(tmp_path: Path) -> None:
    assert public_text(make_key(tmp_path)) == public_text(make_key(tmp_path))


def test_only_its_owner_may_read_the_key(tmp_path: Path) -> None:
    make_key(tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_damaged_key_does_not_keep_the_kiosk_from_being_enrolled_anew(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"\0" * 119)
    assert public_text(make_key(tmp_path)) == public_text(make_key(tmp_path))


def test_a_key_without_an_identity_is_nobody(tmp_path: Path) -> None:
    make_key(tmp_path)
    with pytest.raises(NotEnrolledError):
        load_identity(tmp_path)
