"""Kiosks, the ledger, payments, claims. The ledger opens with what accounts owe and own."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

import sqlalchemy as sa
from alembic import op

from hall.database import Instant
from hall.ledger import guards

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ACCOUNTS = sa.text(
    "SELECT number, currency, credit_balance_minor AS credit, "
    "(SELECT coalesce(sum(principal_minor - principal_received_minor), 0) FROM bill "
    "WHERE bill.account_id = customer_account.id) AS receivable FROM customer_account ORDER BY id"
)
ENTRY = sa.table(
    "entry",
    sa.column("id", sa.Uuid()),
    sa.column("kind"),
    sa.column("booked_on", sa.Date()),
    sa.column("posted_at", Instant()),
)
ENTRY_LINE = sa.table(
    "entry_line",
    sa.column("entry_id", sa.Uuid()),
    sa.column("position"),
    sa.column("book"),
    sa.column("reference"),
    sa.column("amount_minor"),
    sa.column("currency"),
)


def upgrade() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "opening", "payment", name="entrykind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("posted_at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
    )
    op.create_table(
        "kiosk",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("site_name", sa.String(length=64), nullable=False),
        sa.Column("site_name_en", sa.String(length=64), nullable=False),
        sa.Column("town", sa.String(length=32), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=True),
        sa.Column("enrolled_at", Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(public_key IS NULL) = (enrolled_at IS NULL)", name=op.f("ck_kiosk_enrolled_with_key")
        ),
        sa.CheckConstraint("ordinal BETWEEN 1 AND 999999", name=op.f("ck_kiosk_ordinal_range")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kiosk")),
        sa.UniqueConstraint("ordinal", name=op.f("uq_kiosk_ordinal")),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "note-in-doubt",
                "unclaimed-cash",
                "counters-differ",
                "suspense",
                name="claimkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "open", "settled", name="claimstatus", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.Column("account_number", sa.String(length=16), nullable=True),
        sa.Column("kiosk_id", sa.String(length=40), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("occurred_at", Instant(timezone=True), nullable=False),
        sa.Column("filed_at", Instant(timezone=True), nullable=False),
        sa.Column("answer_due", Instant(timezone=True), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.CheckConstraint("amount_minor >= 0", name=op.f("ck_claim_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["kiosk_id"], ["kiosk.id"], name=op.f("fk_claim_kiosk_id_kiosk"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_account_number"), ["account_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_kiosk_id"), ["kiosk_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_number"), ["number"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_payment_id"), ["payment_id"], unique=False)

    op.create_table(
        "enrol_code",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("kiosk_id", sa.String(length=40), nullable=False),
        sa.Column("expires_at", Instant(timezone=True), nullable=False),
        sa.Column("used_at", Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["kiosk_id"], ["kiosk.id"], name=op.f("fk_enrol_code_kiosk_id_kiosk"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_enrol_code")),
    )
    with op.batch_alter_table("enrol_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrol_code_kiosk_id"), ["kiosk_id"], unique=False)

    op.create_table(
        "entry_line",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "book",
            sa.Enum(
                "cash",
                "receivable",
                "late-fee-income",
                "credit",
                "suspense",
                "opening",
                name="book",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.CheckConstraint("amount_minor <> 0", name=op.f("ck_entry_line_amount_not_zero")),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["entry.id"],
            name=op.f("fk_entry_line_entry_id_entry"),
            ondelete="RESTRICT",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("entry_id", "position", name=op.f("pk_entry_line")),
    )
    with op.batch_alter_table("entry_line", schema=None) as batch_op:
        batch_op.create_index("ix_entry_line_book_reference", ["book", "reference"], unique=False)

    op.create_table(
        "payment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "source",
            sa.Enum("kiosk", "hand", name="source", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("kiosk_id", sa.String(length=40), nullable=False),
        sa.Column("receipt_number", sa.String(length=24), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("taken_at", Instant(timezone=True), nullable=False),
        sa.Column("taken", sa.JSON(), nullable=False),
        sa.Column("posted", sa.Text(), nullable=False),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_payment_amount_positive")),
        sa.ForeignKeyConstraint(["id"], ["entry.id"], name=op.f("fk_payment_id_entry"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["kiosk_id"], ["kiosk.id"], name=op.f("fk_payment_kiosk_id_kiosk"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_kiosk_id"), ["kiosk_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_payment_receipt_number"), ["receipt_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_payment_taken_at"), ["taken_at"], unique=False)
    for statement in guards.statements(op.get_bind().dialect.name):
        op.execute(statement)
    open_ledger()


def open_ledger() -> None:
    """One opening entry an account, under the id by which nothing else opens the same account again."""
    now = datetime.now(UTC)
    entries: list[dict[str, object]] = []
    lines: list[dict[str, object]] = []
    for account in op.get_bind().execute(ACCOUNTS):
        legs = {
            "receivable": account.receivable,
            "credit": -account.credit,
            "opening": account.credit - account.receivable,
        }
        if account.receivable == account.credit == 0:
            continue
        entry = uuid5(NAMESPACE_URL, f"brighthall:opening:{account.number}")
        entries.append({"id": entry, "kind": "opening", "booked_on": now.date(), "posted_at": now})
        lines += (
            {
                "entry_id": entry,
                "position": position,
                "book": book,
                "reference": account.number,
                "amount_minor": minor,
                "currency": account.currency,
            }
            for position, (book, minor) in enumerate(legs.items())
            if minor
        )
    op.bulk_insert(ENTRY_LINE, lines)
    op.bulk_insert(ENTRY, entries)


def downgrade() -> None:
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM payment")):
        raise RuntimeError("there are payments: going down would forget them, so nothing was changed")
    for statement in guards.removals(op.get_bind().dialect.name):
        op.execute(statement)
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payment_taken_at"))
        batch_op.drop_index(batch_op.f("ix_payment_receipt_number"))
        batch_op.drop_index(batch_op.f("ix_payment_kiosk_id"))

    op.drop_table("payment")
    with op.batch_alter_table("entry_line", schema=None) as batch_op:
        batch_op.drop_index("ix_entry_line_book_reference")

    op.drop_table("entry_line")
    with op.batch_alter_table("enrol_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_enrol_code_kiosk_id"))

    op.drop_table("enrol_code")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_payment_id"))
        batch_op.drop_index(batch_op.f("ix_claim_number"))
        batch_op.drop_index(batch_op.f("ix_claim_kiosk_id"))
        batch_op.drop_index(batch_op.f("ix_claim_account_number"))

    op.drop_table("claim")
    op.drop_table("kiosk")
    op.drop_table("entry")
