"""The demonstration's accounts by their keys."""

from __future__ import annotations

from hall.seed.demo_accounts import DEMO_ACCOUNTS

DEMO = {account.key: account for account in DEMO_ACCOUNTS}
