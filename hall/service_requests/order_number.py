"""The number of an order: six figures, as a customer writes them down."""

from __future__ import annotations

ORDERS = 1_000_000
# Coprime to ORDERS, so that every order of a million has its own number and neighbours do not look alike.
STEP = 617_327
START = 430_517


def order_number(order_id: int) -> str:
    """`1` is `047844`: a rearrangement of the ids, no secret."""
    return f"{(START + order_id * STEP) % ORDERS:06d}"


def order_id(number: str) -> int:
    """The id (1 … 1 000 000) that a number stands for."""
    return (int(number) - START) * pow(STEP, -1, ORDERS) % ORDERS or ORDERS
