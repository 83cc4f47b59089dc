"""Every page of the kiosk, by name."""

from __future__ import annotations

from kiosk.ui.pages.account_model import AccountModel
from kiosk.ui.pages.account_samples import ACCOUNT_SAMPLES, NO_CASH_SAMPLES
from kiosk.ui.pages.cash_model import CashModel
from kiosk.ui.pages.confirm_model import ConfirmModel
from kiosk.ui.pages.done_model import DoneModel
from kiosk.ui.pages.done_samples import DONE_SAMPLES, RECONNECT_SAMPLES, RESTARTED_SAMPLES
from kiosk.ui.pages.find_samples import CONFIRM_SAMPLES, HALL_DOWN_SAMPLES, IDENTIFY_SAMPLES
from kiosk.ui.pages.hall_down_model import HallDownModel
from kiosk.ui.pages.home_model import HomeModel
from kiosk.ui.pages.home_samples import HOME_SAMPLES
from kiosk.ui.pages.identify_model import IdentifyModel
from kiosk.ui.pages.jam_model import JamModel
from kiosk.ui.pages.leaving_model import LeavingModel
from kiosk.ui.pages.no_cash_model import NoCashModel
from kiosk.ui.pages.outages_model import OutagesModel
from kiosk.ui.pages.outages_samples import OUTAGES_SAMPLES
from kiosk.ui.pages.pay_samples import (
    CASH_SAMPLES,
    JAM_SAMPLES,
    LEAVING_SAMPLES,
    REFUSED_SAMPLES,
    STILL_THERE_SAMPLES,
)
from kiosk.ui.pages.reconnect_model import ReconnectModel
from kiosk.ui.pages.restarted_model import RestartedModel
from kiosk.ui.pages.still_there_model import StillThereModel
from kiosk.ui.registry import PageEntry

PAGES: tuple[PageEntry, ...] = (
    PageEntry("home", "HomePage.qml", HomeModel, HOME_SAMPLES),
    PageEntry("outages", "OutagesPage.qml", OutagesModel, OUTAGES_SAMPLES),
    PageEntry("identify", "IdentifyPage.qml", IdentifyModel, IDENTIFY_SAMPLES),
    PageEntry("hall-down", "HallDownPage.qml", HallDownModel, HALL_DOWN_SAMPLES),
    PageEntry("confirm", "ConfirmPage.qml", ConfirmModel, CONFIRM_SAMPLES),
    PageEntry("account", "AccountPage.qml", AccountModel, ACCOUNT_SAMPLES),
    PageEntry("no-cash", "NoCashPage.qml", NoCashModel, NO_CASH_SAMPLES),
    PageEntry("cash", "CashPage.qml", CashModel, CASH_SAMPLES),
    PageEntry("refused", "RefusedPage.qml", CashModel, REFUSED_SAMPLES),
    PageEntry("jam", "JamPage.qml", JamModel, JAM_SAMPLES),
    PageEntry("leaving", "LeavingPage.qml", LeavingModel, LEAVING_SAMPLES),
    PageEntry("done", "DonePage.qml", DoneModel, DONE_SAMPLES),
    PageEntry("reconnect", "ReconnectPage.qml", ReconnectModel, RECONNECT_SAMPLES),
    PageEntry("restarted", "RestartedPage.qml", RestartedModel, RESTARTED_SAMPLES),
    PageEntry("still-there", "StillTherePage.qml", StillThereModel, STILL_THERE_SAMPLES),
)
