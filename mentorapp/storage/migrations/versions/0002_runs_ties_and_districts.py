"""Pairing runs that are kept, ties between people, districts, and what organisations ask.

Columns are added one by one: rebuilding a table that others point to would need the foreign keys
switched off, which SQLite does not do inside a transaction. So there is no way back either.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pairing_runs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("held_at", sa.DateTime(), nullable=False),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("pairs", sa.Integer(), nullable=False),
        sa.Column("left_over", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("worst", sa.Integer(), nullable=False),
        sa.Column("certified", sa.Boolean(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("milliseconds", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["schemes.id"], name=op.f("fk_pairing_runs_scheme_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing_runs")),
        sa.UniqueConstraint("number", name=op.f("uq_pairing_runs_number")),
    )
    op.create_table(
        "pairing_run_details",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["pairing_runs.id"], name=op.f("fk_pairing_run_details_run_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing_run_details")),
        sa.UniqueConstraint("run_id", name=op.f("uq_pairing_run_details_run_id")),
    )
    op.create_table(
        "ties",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["people.id"], name=op.f("fk_ties_other_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_ties_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ties")),
    )
    op.create_index(op.f("ix_ties_other_id"), "ties", ["other_id"], unique=False)
    op.create_index(op.f("ix_ties_person_id"), "ties", ["person_id"], unique=False)
    _add("offices", "districts", sa.JSON(), "{}")
    _add("organisations", "only_gender", sa.String(), "not_given")
    _add("organisations", "only_age_bands", sa.JSON(), "[]")
    _add("organisations", "only_own_occupations", sa.Boolean(), "0")
    _add("pairings", "points", sa.JSON(), "{}")
    _add("pairings", "weights", sa.JSON(), "{}")
    _add("people", "life_situation", sa.String(), "not_given")
    _add("proposals", "points", sa.JSON(), "{}")
    # Spelled out: Alembic makes a constraint of its own, which SQLite cannot add to a table.
    op.execute(
        "ALTER TABLE proposals ADD COLUMN run_id CHAR(32) "
        "CONSTRAINT fk_proposals_run_id REFERENCES pairing_runs (id)"
    )
    op.create_index(op.f("ix_proposals_run_id"), "proposals", ["run_id"], unique=False)


def _add(table: str, column: str, kind: sa.types.TypeEngine[Any], for_old_rows: str) -> None:
    op.add_column(table, sa.Column(column, kind, nullable=False, server_default=for_old_rows))
