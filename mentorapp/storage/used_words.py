"""Who has which word of the lists, and which words were ever given out."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, union

from mentorapp.domain.word_lists import WordList
from mentorapp.storage.database import Transaction
from mentorapp.storage.desk_tables import own_words_table
from mentorapp.storage.tables import newcomers_table, people_table

_P, _N = people_table, newcomers_table


def given_out(tx: Transaction, word_list: WordList) -> frozenset[str]:
    """Keys of the office's own words, those of deleted ones too: somebody may still have them."""
    table = own_words_table
    asked = select(table.c.key).where(table.c.word_list == word_list)
    return frozenset(tx.connection.execute(asked).scalars())


def people(tx: Transaction, word_list: WordList) -> Counter[str]:
    """How many people have each word, deleted people aside."""
    counted: Counter[str] = Counter()
    for key, many in _interests(tx) if word_list is WordList.INTERESTS else _occupations(tx):
        counted[key] += many
    return counted


def _interests(tx: Transaction) -> Iterable[tuple[str, int]]:
    """Interests are lists: the same list is counted once by the database, then taken apart."""
    asked = (
        select(_P.c.interests, func.count())
        .where(_P.c.deleted_at.is_(None))
        .group_by(_P.c.interests)
    )
    for keys, many in tx.connection.execute(asked):
        for key in keys:
            yield key, many


def _occupations(tx: Transaction) -> Iterable[tuple[str, int]]:
    """Somebody who did the work before and wishes for it again is one."""
    here = _P.c.deleted_at.is_(None)

    def of_newcomers(column: ColumnElement[str]) -> Select[UUID, str]:
        return select(_P.c.id, column).join(_N, _N.c.person_id == _P.c.id).where(here)

    each = union(
        select(_P.c.id, _P.c.occupation_group.label("key")).where(here),
        of_newcomers(_N.c.earlier_occupation_group),
        of_newcomers(_N.c.wished_occupation_group),
    ).subquery()
    asked = select(each.c.key, func.count()).where(each.c.key != "").group_by(each.c.key)
    return [(key, many) for key, many in tx.connection.execute(asked)]
