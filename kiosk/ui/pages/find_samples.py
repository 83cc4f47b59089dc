from __future__ import annotations

from kiosk.session.state import Asking, HallDown, Identifying, Trouble
from kiosk.ui.pages.confirm_view import confirm_view
from kiosk.ui.pages.hall_down_view import hall_down_view
from kiosk.ui.pages.identify_view import identify_view
from kiosk.ui.pages.sample_visit import CHEN
from kiosk.ui.pages.waiting import Wait
from kiosk.ui.registry import Sample
from kiosk.ui.samples import HOTLINE, NOW, sample_shell

SHELL = sample_shell()
ASKING = Asking(1, 0.0)


def _identify(picture: str, page: Identifying, wait: Wait = Wait.SHORT) -> Sample:
    return Sample(picture, identify_view(page, (10,), wait), SHELL)


IDENTIFY_SAMPLES = (
    _identify("02-identify", Identifying("33041277")),
    _identify("02a-identify-empty", Identifying()),
    _identify("02b-identify-whole", Identifying(CHEN.number)),
    _identify("02c-identify-unknown", Identifying(CHEN.number, trouble=Trouble.UNKNOWN)),
    _identify("02d-identify-too-many", Identifying(CHEN.number, trouble=Trouble.TOO_MANY)),
    _identify("02e-identify-waiting", Identifying(CHEN.number, asking=ASKING), Wait.SHOWN),
    _identify("02f-identify-slow", Identifying(CHEN.number, asking=ASKING), Wait.LONG),
)
CONFIRM_SAMPLES = (Sample("27-is-this-you", confirm_view(CHEN, HOTLINE), SHELL),)
HALL_DOWN_SAMPLES = (
    Sample(
        "25-hall-down",
        hall_down_view(
            HallDown(Identifying(CHEN.number)),
            NOW.replace(minute=27),
            NOW.replace(minute=25),
            HOTLINE,
            Wait.SHORT,
        ),
        SHELL,
    ),
    Sample(
        "25a-hall-down-asking",
        hall_down_view(
            HallDown(Identifying(CHEN.number), ASKING), NOW.replace(minute=27), None, HOTLINE, Wait.LONG
        ),
        SHELL,
    ),
)
