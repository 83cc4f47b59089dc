"""Every page of the kiosk, by name."""

from __future__ import annotations

from kiosk.ui.pages.home_model import HomeModel
from kiosk.ui.pages.home_samples import HOME_SAMPLES
from kiosk.ui.registry import PageEntry

PAGES: tuple[PageEntry, ...] = (PageEntry("home", "HomePage.qml", HomeModel, HOME_SAMPLES),)
