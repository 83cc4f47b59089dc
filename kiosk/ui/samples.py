"""What all sample states share: a morning, a site, an account. For pictures and audits only."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.ui.shell_view import Known, ShellView, shell_view
from kiosk.ui.texts import Named

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 25, 9, 41, tzinfo=ZONE)
SITE = Named("武原街道 海盐塘路网点", "Wuyuan · Haiyantang Rd")
HOTLINE = "95598"
CHEN = Known("陈*芳", "3304127786")


def sample_shell(known: Known | None = None, *, here: bool = False) -> ShellView:
    return shell_view(SITE, NOW, HOTLINE, known, here=here)
