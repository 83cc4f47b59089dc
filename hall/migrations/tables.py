"""Every table of the hall, gathered so that migrations and tests see the whole."""

from __future__ import annotations

import hall.accounts.tables
import hall.billing.tables
import hall.claims.tables
import hall.ledger.tables
import hall.metering.tables
import hall.outages.tables
import hall.payments.tables
import hall.security.tables
import hall.service_requests.tables
from hall.database import Base

metadata = Base.metadata

__all__ = ["hall", "metadata"]
