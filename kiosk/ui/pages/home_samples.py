from __future__ import annotations

from kiosk.payment.view import CashState, DevicesView, PrinterState
from kiosk.ui.pages.home_view import home_view
from kiosk.ui.pages.outages_samples import OUTAGES
from kiosk.ui.registry import Sample
from kiosk.ui.samples import NOW, ZONE, sample_shell

HOME_SAMPLES = (
    Sample(
        "01-home",
        home_view(
            NOW, ZONE, DevicesView(CashState.READY, PrinterState.PAPER_OUT), OUTAGES, hall_reachable=True
        ),
        sample_shell(here=True),
    ),
    Sample(
        "01b-home-hall-offline",
        home_view(NOW, ZONE, DevicesView(CashState.JAMMED, PrinterState.READY), None, hall_reachable=False),
        sample_shell(here=True),
    ),
)
