import json

import pytest

from mentorapp.domain.proposals import LOCATING, Reason, ReasonKind


@pytest.mark.parametrize("kind", ReasonKind)
def test_a_reason_is_read_as_it_was_stored(kind: ReasonKind) -> None:
    reason = Reason(kind, ("fishing", "no:B1"), amount=4, points=12)

    assert Reason.from_json(json.loads(json.dumps(reason.to_json()))) == reason


def test_reasons_that_tell_where_somebody_is_are_marked() -> None:
    assert {kind for kind in ReasonKind if "place" in kind or "dist" in kind or "far" in kind} == (
        LOCATING
    )
