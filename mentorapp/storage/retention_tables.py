"""The tables of how long things are kept; see ``tables``."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Named, Table, Text

from mentorapp.domain import retention
from mentorapp.storage.columns import Choice
from mentorapp.storage.metadata import RecordColumns, metadata


class _RetentionRules(RecordColumns):
    kind: Named[Any] = Column(Choice(retention.RetentionKind), nullable=False)
    months: Named[int]
    changed_on: Named[date]
    changed_by: Named[str]


class _RetentionDecisions(RecordColumns):
    subject_id: Named[UUID] = Column(index=True)
    kind: Named[Any] = Column(Choice(retention.DecisionKind), nullable=False)
    until: Named[date | None]
    reason: Named[str] = Column(Text())
    decided_on: Named[date]
    decided_by: Named[str]
    lifted_on: Named[date | None]


retention_rules_table = Table("retention_rules", metadata, _RetentionRules)
retention_decisions_table = Table("retention_decisions", metadata, _RetentionDecisions)

#: Which dataclass each table mirrors.
MIRRORS = {
    retention.RetentionRule: retention_rules_table,
    retention.RetentionDecision: retention_decisions_table,
}
