from dataclasses import fields
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import Uuid

from mentorapp.domain.records import Record
from mentorapp.storage.columns import Moment
from mentorapp.storage.paper_tables import stored_files_table
from mentorapp.storage.tables import (
    MIRRORS,
    audit_keys_table,
    audit_table,
    counters_table,
    metadata,
    seal_keys_table,
    seals_table,
)

KINDS = list(MIRRORS)


def all_kinds(kind: type[Any]) -> set[type[Any]]:
    kinds: set[type[Any]] = set()
    for one in kind.__subclasses__():
        kinds |= {one, *all_kinds(one)}
    return kinds


def test_every_record_of_the_domain_has_a_table_and_every_table_is_somebodys() -> None:
    # By name: a dataclass with slots leaves the class it was made from behind.
    ours = {kind.__qualname__ for kind in all_kinds(Record)}

    assert ours <= {kind.__qualname__ for kind in MIRRORS}
    assert set(metadata.tables.values()) == {
        *MIRRORS.values(),
        audit_keys_table,
        counters_table,
        seal_keys_table,
        seals_table,
        stored_files_table,
    }
    assert len(set(MIRRORS.values())) == len(MIRRORS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_table_has_the_columns_its_dataclass_has_fields(kind: type[Any]) -> None:
    assert set(MIRRORS[kind].c.keys()) == {field.name for field in fields(kind)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_column_may_be_empty_where_its_field_may_be_none(kind: type[Any]) -> None:
    hints = get_type_hints(kind)
    optional = {name for name, hint in hints.items() if NoneType in get_args(hint)}

    assert {column.name for column in MIRRORS[kind].c if column.nullable} == optional


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_record_is_found_by_its_uuid_and_a_line_of_the_audit_by_its_number(
    kind: type[Any],
) -> None:
    if MIRRORS[kind] is audit_table:
        assert audit_table.primary_key.columns.keys() == ["seq"]
        return
    (key,) = MIRRORS[kind].primary_key.columns

    assert key.name == "id"
    assert isinstance(key.type, Uuid)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_whatever_points_to_a_record_is_held_to_it_by_the_database(kind: type[Any]) -> None:
    table = MIRRORS[kind]
    pointing = {column.name for column in table.c if column.name.endswith("_id")}
    loose = {"subject_id", "record_id"}  # to any kind: history outlives what it tells about

    assert {fk.parent.name for fk in table.foreign_keys} == pointing - loose


def test_instants_keep_their_zone() -> None:
    assert isinstance(metadata.tables["letters_issued"].c.issued_at.type, Moment)
    assert isinstance(metadata.tables["audit"].c.at.type, Moment)
    for table in metadata.tables.values():
        if "deleted_at" in table.c:
            assert isinstance(table.c.deleted_at.type, Moment)
