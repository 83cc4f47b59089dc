"""Accounts, meters, bills, outages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.database import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
    )
    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "planned",
                "temporary",
                "fault",
                "curtailment",
                "arrears",
                "breach",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("town", sa.String(length=32), nullable=False),
        sa.Column("area", sa.String(length=128), nullable=False),
        sa.Column("area_en", sa.String(length=128), nullable=False),
        sa.Column("line_name", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=256), nullable=False),
        sa.Column("reason_en", sa.String(length=256), nullable=False),
        sa.Column("starts_at", Instant(timezone=True), nullable=False),
        sa.Column("estimated_restoration", Instant(timezone=True), nullable=True),
        sa.Column("restored_at", Instant(timezone=True), nullable=True),
        sa.Column("cancelled_at", Instant(timezone=True), nullable=True),
        sa.CheckConstraint("estimated_restoration >= starts_at", name=op.f("ck_outage_estimate_after_start")),
        sa.CheckConstraint("restored_at >= starts_at", name=op.f("ck_outage_restored_after_start")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage")),
    )
    with op.batch_alter_table("outage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outage_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "usage_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("town", sa.String(length=32), nullable=False),
        sa.Column("address", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usage_point")),
    )
    op.create_table(
        "customer_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("usage_point_id", sa.Integer(), nullable=False),
        sa.Column(
            "customer_class",
            sa.Enum(
                "residential",
                "agricultural",
                "commercial",
                name="customerclass",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("tariff", sa.String(length=48), nullable=False),
        sa.Column("household", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("credit_balance_minor", sa.BigInteger(), nullable=False),
        sa.Column(
            "supply_state",
            sa.Enum(
                "connected",
                "cut-off",
                name="supplystate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("credit_balance_minor >= 0", name=op.f("ck_customer_account_credit_not_negative")),
        sa.CheckConstraint("household >= 1", name=op.f("ck_customer_account_household_has_people")),
        sa.CheckConstraint("length(number) BETWEEN 1 AND 16", name=op.f("ck_customer_account_number_length")),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_account_customer_id_customer"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["usage_point_id"],
            ["usage_point.id"],
            name=op.f("fk_customer_account_usage_point_id_usage_point"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_account")),
        sa.UniqueConstraint("number", name=op.f("uq_customer_account_number")),
    )
    with op.batch_alter_table("customer_account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_account_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_customer_account_usage_point_id"), ["usage_point_id"], unique=False
        )

    op.create_table(
        "meter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.String(length=16), nullable=False),
        sa.Column("usage_point_id", sa.Integer(), nullable=False),
        sa.Column("installed_on", sa.Date(), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("removed_on >= installed_on", name=op.f("ck_meter_removed_after_installed")),
        sa.ForeignKeyConstraint(
            ["usage_point_id"],
            ["usage_point.id"],
            name=op.f("fk_meter_usage_point_id_usage_point"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meter")),
        sa.UniqueConstraint("serial", name=op.f("uq_meter_serial")),
    )
    with op.batch_alter_table("meter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meter_usage_point_id"), ["usage_point_id"], unique=False)

    op.create_table(
        "bill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("billing_month", sa.String(length=7), nullable=False),
        sa.Column("tariff", sa.String(length=48), nullable=False),
        sa.Column("tariff_valid_from", sa.Date(), nullable=False),
        sa.Column("household", sa.Integer(), nullable=False),
        sa.Column("year_to_date_wh", sa.BigInteger(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("principal_minor", sa.BigInteger(), nullable=False),
        sa.Column("principal_received_minor", sa.BigInteger(), nullable=False),
        sa.Column("late_fee_kept_minor", sa.BigInteger(), nullable=False),
        sa.Column("late_fee_received_minor", sa.BigInteger(), nullable=False),
        sa.Column("accrues_since", sa.Date(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.CheckConstraint("accrues_since >= due_date", name=op.f("ck_bill_accrues_from_due_date")),
        sa.CheckConstraint("late_fee_kept_minor >= 0", name=op.f("ck_bill_late_fee_kept_not_negative")),
        sa.CheckConstraint(
            "late_fee_received_minor >= 0", name=op.f("ck_bill_late_fee_received_not_negative")
        ),
        sa.CheckConstraint("length(billing_month) = 7", name=op.f("ck_bill_billing_month_length")),
        sa.CheckConstraint(
            "principal_received_minor BETWEEN 0 AND principal_minor",
            name=op.f("ck_bill_principal_received_fits"),
        ),
        sa.CheckConstraint(
            "settled_on IS NULL OR principal_received_minor = principal_minor",
            name=op.f("ck_bill_settled_is_paid"),
        ),
        sa.CheckConstraint("year_to_date_wh >= 0 AND household >= 1", name=op.f("ck_bill_reckoned_from")),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["customer_account.id"],
            name=op.f("fk_bill_account_id_customer_account"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bill")),
        sa.UniqueConstraint("account_id", "billing_month", name=op.f("uq_bill_account_id_billing_month")),
    )
    with op.batch_alter_table("bill", schema=None) as batch_op:
        batch_op.create_index(
            "ix_bill_open",
            ["account_id"],
            unique=False,
            sqlite_where=sa.text("settled_on IS NULL"),
            postgresql_where=sa.text("settled_on IS NULL"),
        )

    op.create_table(
        "reconnect_order",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("ordered_at", Instant(timezone=True), nullable=False),
        sa.Column("promised_by", Instant(timezone=True), nullable=False),
        sa.Column("done_at", Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "promised_by > ordered_at", name=op.f("ck_reconnect_order_promised_after_ordered")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["customer_account.id"],
            name=op.f("fk_reconnect_order_account_id_customer_account"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconnect_order")),
    )
    with op.batch_alter_table("reconnect_order", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reconnect_order_account_id"), ["account_id"], unique=False)
        batch_op.create_index(
            "uq_reconnect_order_open",
            ["account_id"],
            unique=True,
            sqlite_where=sa.text("done_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL"),
        )

    op.create_table(
        "register",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meter_id", sa.Integer(), nullable=False),
        sa.Column(
            "band",
            sa.Enum(
                "flat", "peak", "valley", name="band", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["meter_id"], ["meter.id"], name=op.f("fk_register_meter_id_meter"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register")),
        sa.UniqueConstraint("meter_id", "band", name=op.f("uq_register_meter_id_band")),
    )
    op.create_table(
        "bill_line",
        sa.Column("bill_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "item",
            sa.Enum(
                "flat",
                "peak",
                "valley",
                "surcharge",
                name="item",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("tier", sa.Integer(), nullable=True),
        sa.Column("energy_wh", sa.BigInteger(), nullable=False),
        sa.Column("price_micro", sa.BigInteger(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "energy_wh > 0 AND price_micro >= 0 AND amount_minor >= 0", name=op.f("ck_bill_line_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["bill_id"], ["bill.id"], name=op.f("fk_bill_line_bill_id_bill"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("bill_id", "position", name=op.f("pk_bill_line")),
    )
    op.create_table(
        "reading",
        sa.Column("register_id", sa.Integer(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("value_wh", sa.BigInteger(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "collected",
                "manual",
                "estimated",
                name="readingsource",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("value_wh >= 0", name=op.f("ck_reading_value_not_negative")),
        sa.ForeignKeyConstraint(
            ["register_id"],
            ["register.id"],
            name=op.f("fk_reading_register_id_register"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("register_id", "read_on", name=op.f("pk_reading")),
    )


def downgrade() -> None:
    op.drop_table("reading")
    op.drop_table("bill_line")
    op.drop_table("register")
    with op.batch_alter_table("reconnect_order", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_reconnect_order_open",
            sqlite_where=sa.text("done_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_reconnect_order_account_id"))

    op.drop_table("reconnect_order")
    with op.batch_alter_table("bill", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_bill_open",
            sqlite_where=sa.text("settled_on IS NULL"),
            postgresql_where=sa.text("settled_on IS NULL"),
        )

    op.drop_table("bill")
    with op.batch_alter_table("meter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meter_usage_point_id"))

    op.drop_table("meter")
    with op.batch_alter_table("customer_account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_account_usage_point_id"))
        batch_op.drop_index(batch_op.f("ix_customer_account_customer_id"))

    op.drop_table("customer_account")
    op.drop_table("usage_point")
    with op.batch_alter_table("outage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outage_starts_at"))

    op.drop_table("outage")
    op.drop_table("customer")
