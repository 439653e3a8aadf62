"""The tables of what the coordinator keeps for the day's work; see ``tables``."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, ForeignKey, Named, Table, Text, TypedColumns

from mentorapp.domain import (
    absences,
    accounts,
    calls,
    deleted,
    follow_up,
    postponements,
    protection,
    saved_views,
    unfinished_forms,
    word_lists,
)
from mentorapp.storage.columns import Choice, Moment, Texts, Tokens
from mentorapp.storage.metadata import RecordColumns, metadata


class _Calls(RecordColumns):
    person_id: Named[UUID] = Column(ForeignKey("people.id"), index=True)
    pairing_id: Named[UUID | None] = Column(ForeignKey("pairings.id"), index=True)
    called_on: Named[date]
    reached: Named[bool]
    note: Named[str] = Column(Text())
    called_by: Named[str]


class _Postponements(RecordColumns):
    kind: Named[Any] = Column(Choice(follow_up.AttentionKind), nullable=False)
    subject_id: Named[UUID] = Column(index=True)
    detail: Named[str]
    until: Named[date]
    reason: Named[str] = Column(Text())
    postponed_by: Named[str]


class _UnfinishedForms(RecordColumns):
    form: Named[str]
    subject_id: Named[UUID | None] = Column(index=True)
    seen_version: Named[int]
    contents: Named[Any] = Column(Texts(), nullable=False)
    kept_at: Named[datetime] = Column(Moment(), nullable=False)
    typed_by: Named[str]


class _SavedViews(RecordColumns):
    page: Named[str]
    name: Named[str]
    choices: Named[Any] = Column(Texts(), nullable=False)
    made_by: Named[str]


class _OwnWords(RecordColumns):
    word_list: Named[Any] = Column(Choice(word_lists.WordList), nullable=False)
    key: Named[str]
    names: Named[Any] = Column(Texts(), nullable=False)
    hidden: Named[bool]


class _Absences(RecordColumns):
    coordinator: Named[str]
    stand_in: Named[str]
    from_date: Named[date]
    to_date: Named[date | None]


class _Accounts(RecordColumns):
    name: Named[str]
    roles: Named[Any] = Column(Tokens(accounts.Role), nullable=False)
    schemes: Named[Any] = Column(Tokens(), nullable=False)
    protected: Named[Any] = Column(Choice(protection.Protection), nullable=False)
    closed_on: Named[date | None]


class _Deletions(TypedColumns):
    id: Named[UUID] = Column(primary_key=True)
    at: Named[datetime] = Column(Moment(), nullable=False, index=True)
    actor: Named[str]
    operation: Named[str]
    record: Named[str]
    record_id: Named[UUID]
    contents: Named[Any] = Column(JSON(), nullable=False)


calls_table = Table("calls", metadata, _Calls)
postponements_table = Table("postponements", metadata, _Postponements)
unfinished_forms_table = Table("unfinished_forms", metadata, _UnfinishedForms)
saved_views_table = Table("saved_views", metadata, _SavedViews)
own_words_table = Table("own_words", metadata, _OwnWords)
absences_table = Table("absences", metadata, _Absences)
accounts_table = Table("accounts", metadata, _Accounts)
deletions_table = Table("deletions", metadata, _Deletions)

#: Which dataclass each table mirrors.
MIRRORS = {
    calls.Call: calls_table,
    postponements.Postponement: postponements_table,
    unfinished_forms.UnfinishedForm: unfinished_forms_table,
    saved_views.SavedView: saved_views_table,
    word_lists.OwnWord: own_words_table,
    absences.Absence: absences_table,
    accounts.Account: accounts_table,
    deleted.Deletion: deletions_table,
}
