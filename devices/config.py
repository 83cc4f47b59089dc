"""The device host's settings: one TOML file.

[host]
port = 5846

[cash_acceptor]
driver = "itl_ssp"
port = "/dev/serial/by-path/platform-usb-0:1.2:1.0-port0"
currency = "CNY"

[printer]
driver = "escpos"
port = "socket://192.168.1.40:9100"
profile = "gb18030-80"
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class ConfigError(Exception):
    """The settings can't be used; the message says where and why."""


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class UnsolicitedAs(StrEnum):
    """How unsolicited messages are marked: some client frameworks know only `event`."""

    UNSOLICITED = "unsolicited"
    EVENT = "event"


class HostSettings(_Settings):
    address: str = "127.0.0.1"
    """Where the publisher listens. There is no TLS: client and host are in one locked cabinet."""
    port: int | None = Field(default=None, ge=0, le=65535)
    """None: the first free one of 5846 to 5856. 0: any free one."""
    unsolicited: UnsolicitedAs = UnsolicitedAs.UNSOLICITED


class CashAcceptorSettings(_Settings):
    driver: Literal["itl_ssp"]
    port: str
    baud_rate: int = 9600
    currency: str = Field(default="CNY", pattern=r"^[A-Z]{3}$")
    """Notes of any other currency stay inhibited."""
    denominations: tuple[Decimal, ...] = (
        Decimal(1),
        Decimal(5),
        Decimal(10),
        Decimal(20),
        Decimal(50),
        Decimal(100),
    )
    """The notes that there are, in whole units; whatever else a unit believes it can read stays inhibited."""
    hold_s: float = Field(default=30.0, ge=0)
    """So long a held note waits for a client that has gone; then it goes back."""
    box_capacity: int = Field(default=1000, ge=1)
    box_warning: int = Field(default=900, ge=1)
    """So many notes in the box are worth a word to the technician."""


class PrinterSettings(_Settings):
    driver: Literal["escpos"]
    port: str
    baud_rate: int = 9600
    profile: str = "gb18030-80"
    font: Path | None = None
    """What pictures on a slip are drawn with; None: Noto Sans SC of the assets."""


class DevicesSettings(_Settings):
    host: HostSettings = HostSettings()
    cash_acceptor: CashAcceptorSettings | None = None
    printer: PrinterSettings | None = None


def read_settings(path: Path) -> DevicesSettings:
    """Raises ConfigError."""
    try:
        return DevicesSettings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        raise ConfigError(f"{path}: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}") from error
