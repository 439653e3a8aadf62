import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON, Dialect, text
from sqlalchemy.engine.default import DefaultDialect

from mentorapp.domain.people import Gender
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.storage import records
from mentorapp.storage.columns import Choice, Moment, Reasons, Tokens, numbers_text, reasons_text
from mentorapp.storage.database import Database
from tests.factories import a_person, slots, spoken


def test_sets_are_stored_sorted_and_readable(bare: Database) -> None:
    person = a_person(languages=spoken("no:B1", "ar:native"), availability=slots("sunday-morning"))
    with bare.write("Ingrid") as tx:
        records.add(tx, person)
    with bare.read() as tx:
        row = tx.connection.execute(text("SELECT languages, availability, gender FROM people"))
        assert row.one() == ('["ar:native", "no:B1"]', '["sunday-morning"]', "woman")


def test_an_ordered_list_keeps_its_order() -> None:
    column = Tokens(ordered=True)

    stored = column.process_bind_param(("Turid", "Anne", "Turid"), None)  # type: ignore[arg-type]

    assert column.process_result_value(stored, None) == ("Turid", "Anne", "Turid")  # type: ignore[arg-type]


def test_a_value_that_is_none_of_the_enum_is_never_stored() -> None:
    column = Choice(Gender)

    with pytest.raises(ValueError, match="not a valid Gender"):
        column.process_bind_param("unknown", None)  # type: ignore[arg-type]
    assert column.process_bind_param(None, None) is None  # type: ignore[arg-type]


def test_an_instant_is_stored_in_utc_and_read_with_its_zone() -> None:
    column = Moment()
    at = datetime(2026, 3, 29, 3, 30, tzinfo=timezone(timedelta(hours=2)))

    stored = column.process_bind_param(at, None)  # type: ignore[arg-type]

    assert stored == datetime(2026, 3, 29, 1, 30)  # noqa: DTZ001 - as SQLite holds it
    read = column.process_result_value(stored, None)  # type: ignore[arg-type]
    assert read == at
    assert read is not None
    assert read.tzinfo is UTC


_REASONS = st.lists(
    st.builds(
        Reason,
        st.sampled_from(ReasonKind),
        st.lists(st.text(max_size=8), max_size=3).map(tuple),
        st.integers(0, 10_000),
        st.integers(0, 4_000),
    )
).map(tuple)


@given(_REASONS)
def test_reasons_are_stored_as_json_makes_them(reasons: tuple[Reason, ...]) -> None:
    assert reasons_text(reasons) == json.dumps([one.to_json() for one in reasons])


def test_a_driver_that_takes_json_as_it_is_gets_no_text() -> None:
    class Native(JSON):
        def bind_processor(self, dialect: Dialect) -> None:
            return None

    class Other(DefaultDialect):
        colspecs = {JSON: Native}  # noqa: RUF012 - as dialects are written

    reason = Reason(ReasonKind.SAME_PLACE)
    process: Any = Reasons().dialect_impl(Other()).bind_processor(Other())
    assert process((reason,)) == [reason.to_json()]


@given(st.dictionaries(st.text(max_size=8), st.integers(-(2**70), 2**70)))
def test_numbers_are_stored_as_json_makes_them(numbers: dict[str, int]) -> None:
    assert numbers_text(numbers) == json.dumps(numbers)
