"""`/v1/outages` is for everybody to read."""

from __future__ import annotations

from datetime import date

from hall.contract import OutageNotice
from hall.database import write_session
from hall.dependencies import Hall
from hall.seed.outages import seeded_outages
from tests.hall.signed import TestKiosk


def test_outages_are_read_without_a_signature_and_private_ones_are_not_among_them(
    hall: Hall, kiosk: TestKiosk
) -> None:
    with write_session(hall.engine) as session:
        session.add_all(seeded_outages(date(2026, 11, 25), hall.utility.zone))
    answer = kiosk.client.get("/v1/outages")
    assert answer.status_code == 200
    notices = [OutageNotice.model_validate(notice) for notice in answer.json()]
    assert [notice.area_en for notice in notices][:2] == ["around Haibin East Road", "Zhongqian village"]
    assert "欠费" not in answer.text
