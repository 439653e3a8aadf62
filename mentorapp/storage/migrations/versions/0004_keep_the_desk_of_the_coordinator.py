"""What the coordinator keeps for the day's work: calls, postponed lines, unfinished forms, views.

Also the office's own words, absences of coordinators, the mark of an office to play with, and how
long a pair of a scheme may be silent.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "calls",
        _id("person_id", "people"),
        _id("pairing_id", "pairings", nullable=True),
        sa.Column("called_on", sa.Date(), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        _text("note", sa.Text()),
        _text("called_by"),
    )
    op.create_index(op.f("ix_calls_person_id"), "calls", ["person_id"], unique=False)
    op.create_index(op.f("ix_calls_pairing_id"), "calls", ["pairing_id"], unique=False)
    _table(
        "postponements",
        _text("kind"),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        _text("detail"),
        sa.Column("until", sa.Date(), nullable=False),
        _text("reason", sa.Text()),
        _text("postponed_by"),
    )
    _index_of_subjects("postponements")
    _table(
        "unfinished_forms",
        _text("form"),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("seen_version", sa.Integer(), nullable=False),
        _text("contents", sa.JSON()),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        _text("typed_by"),
    )
    _index_of_subjects("unfinished_forms")
    _table(
        "saved_views", _text("page"), _text("name"), _text("choices", sa.JSON()), _text("made_by")
    )
    _table(
        "own_words",
        _text("word_list"),
        _text("key"),
        _text("names", sa.JSON()),
        sa.Column("hidden", sa.Boolean(), nullable=False),
    )
    _table(
        "absences",
        _text("coordinator"),
        _text("stand_in"),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("to_date", sa.Date(), nullable=True),
    )
    op.add_column(
        "offices", sa.Column("is_example", sa.Boolean(), nullable=False, server_default="0")
    )
    op.add_column("schemes", sa.Column("yellow_days", sa.Integer(), nullable=True))
    op.add_column("schemes", sa.Column("red_days", sa.Integer(), nullable=True))


def _table(name: str, *parts: sa.Column[Any] | tuple[sa.Column[Any], str]) -> None:
    """A table of records; a column that comes with a table's name points there."""
    pointing = [part for part in parts if isinstance(part, tuple)]
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        *(part[0] if isinstance(part, tuple) else part for part in parts),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *(
            sa.ForeignKeyConstraint(
                [column.name], [f"{target}.id"], name=op.f(f"fk_{name}_{column.name}")
            )
            for column, target in pointing
        ),
    )


def _id(name: str, target: str, *, nullable: bool = False) -> tuple[sa.Column[Any], str]:
    return sa.Column(name, sa.Uuid(), nullable=nullable), target


def _text(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(), nullable=False)


def _index_of_subjects(table: str) -> None:
    op.create_index(op.f(f"ix_{table}_subject_id"), table, ["subject_id"], unique=False)
