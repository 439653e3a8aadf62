"""The office's own texts and pictures, questionnaires, and papers kept as they were printed.

A letter may now go to an organisation, or to a person without being about a pair: its table is
made anew, since SQLite cannot let a column be empty afterwards.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _letters()
    _table(
        "letter_texts",
        *(_text(name) for name in ("kind", "language", "letter_set")),
        _text("text", sa.Text()),
        _text("saved_at", sa.DateTime()),
        _text("saved_by"),
    )
    _table(
        "text_approvals",
        *(_text(name) for name in ("kind", "language", "letter_set", "digest")),
        _text("approved_on", sa.Date()),
        _text("approved_by"),
    )
    _table("office_pictures", _text("use"), _text("coordinator"))
    _table(
        "questionnaires",
        _pointer("pairing_id"),
        _pointer("person_id"),
        _text("moment"),
        _text("answered_on", sa.Date()),
        _text("answers", sa.JSON()),
        _text("own_words", sa.JSON()),
        _text("typed_by"),
        *_keys("questionnaires", pairing_id="pairings", person_id="people"),
    )
    _index("questionnaires", "pairing_id", "person_id")
    _table(
        "printed_reports",
        *(_text(name) for name in ("kind", "period", "scope", "language")),
        _text("printed_at", sa.DateTime()),
        _text("printed_by"),
        _text("figures", sa.JSON()),
        _text("state", sa.JSON()),
        _text("digest"),
    )
    _table(
        "report_comments",
        *(_text(name) for name in ("kind", "period", "scope")),
        _text("text", sa.Text()),
        _text("written_by"),
    )
    op.create_table(
        "stored_files",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", name=op.f("pk_stored_files")),
    )
    for name, kind, value in (
        ("letter_footer", sa.String(), ""),
        ("envelope", sa.String(), "norwegian"),
        ("own_window", sa.JSON(), "{}"),
        ("double_sided", sa.Boolean(), "0"),
        ("least_shown", sa.Integer(), "5"),
        ("letters_off", sa.JSON(), "[]"),
    ):
        column: sa.Column[Any] = sa.Column(name, kind, nullable=False, server_default=value)
        op.add_column("offices", column)


def _letters() -> None:
    pointers = {"person_id": "people", "pairing_id": "pairings", "organisation_id": "organisations"}
    _table(
        "letters_anew",
        _text("kind"),
        *(_pointer(name, nullable=True) for name in pointers),
        _text("language"),
        _text("issued_at", sa.DateTime()),
        _text("issued_by"),
        _text("text", sa.Text()),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("failed_on", sa.Date(), nullable=True),
        _text("protection"),
        *_keys("letters_issued", **pointers),
        key="pk_letters_issued",
    )
    kept = "id, version, deleted_at, kind, person_id, pairing_id, language, issued_at, issued_by"
    op.execute(
        f"INSERT INTO letters_anew ({kept}, text, batch, protection) "  # noqa: S608
        f"SELECT {kept}, text, 0, 'none' FROM letters_issued"
    )
    op.drop_table("letters_issued")
    op.rename_table("letters_anew", "letters_issued")
    _index("letters_issued", *pointers)


def _table(name: str, *parts: Any, key: str = "") -> None:
    """A table of records."""
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(key or f"pk_{name}")),
    )


def _text(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(), nullable=False)


def _pointer(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _keys(table: str, **pointers: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"))
        for name, to in pointers.items()
    ]


def _index(table: str, *columns: str) -> None:
    for name in columns:
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
