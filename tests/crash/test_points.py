"""The lists of crash points against what the processes really pass: a point that is not listed is not tested."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.crash.points import Part
from tests.crash.street import Street
from tests.crash.visits import PAYMENT, STATUS, VISITS, Visit

MAY_COME_MORE_OFTEN = {STATUS, PAYMENT}
"""The box is looked into whenever the acceptor gets ready, the hall is tried until it answers."""


def actions(points: list[str], side: str) -> Counter[str]:
    return Counter(point.removeprefix(side) for point in points if point.startswith(side))


def trimmed(listed: Counter[str]) -> Counter[str]:
    return Counter(
        {action: min(n, 1) if action in MAY_COME_MORE_OFTEN else n for action, n in listed.items()}
    )


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.name)
def test_an_undisturbed_visit_passes_the_points_that_are_listed_for_it(street: Street, visit: Visit) -> None:
    passed = street.drill(visit).passed
    for side in ("before ", "after "):
        assert trimmed(actions(passed[Part.KIOSK], side)) == trimmed(Counter(visit.actions))
        if visit.host_actions:
            assert actions(passed[Part.DEVICES], side) == Counter(visit.host_actions)
