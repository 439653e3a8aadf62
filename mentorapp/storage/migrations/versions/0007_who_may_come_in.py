"""Who may come in, and as what; and the audit as a chain."""

from collections.abc import Iterator
from secrets import token_bytes

import sqlalchemy as sa
from alembic import op

from mentorapp.domain.audit_chain import KEY_LENGTH, Chain, End, StoredRow

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("schemes", sa.JSON(), nullable=False),
        sa.Column("protected", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
    )
    op.create_table(
        "seal_keys",
        sa.Column("public", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("public", name=op.f("pk_seal_keys")),
    )
    op.create_table(
        "seals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["contact_details.id"], name=op.f("fk_seals_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seals")),
    )
    _keep_for_how_long()
    _chain_the_audit()


def _keep_for_how_long() -> None:
    op.create_table(
        "retention_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_rules")),
    )
    op.create_table(
        "retention_decisions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("lifted_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_decisions")),
    )
    op.create_index(
        op.f("ix_retention_decisions_subject_id"),
        "retention_decisions",
        ["subject_id"],
        unique=False,
    )
    op.add_column("people", sa.Column("anonymised_on", sa.Date(), nullable=True))


def _chain_the_audit() -> None:
    """Give the lines there are a number and a code; from here on changing one is seen.

    The code cannot change in a later version: chains of old offices must still be followed.
    """
    op.drop_index(op.f("ix_audit_record_id"), table_name="audit")
    op.rename_table("audit", "audit_before")
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    keys = op.create_table(
        "audit_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_keys")),
    )
    key = token_bytes(KEY_LENGTH)
    op.bulk_insert(keys, [{"id": 1, "key": key}])
    connection = op.get_bind()
    for rows in _chained(connection, key):
        connection.exec_driver_sql("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    op.drop_table("audit_before")
    op.create_index(op.f("ix_audit_record_id"), "audit", ["record_id"], unique=False)


def _chained(
    connection: sa.Connection, key: bytes
) -> Iterator[list[tuple[int | str | bytes, ...]]]:
    """In the order in which they were written: their ids sort so."""
    before = connection.exec_driver_sql(
        "SELECT at, actor, operation, record, record_id, change, fields "
        "FROM audit_before ORDER BY id"
    )
    chain, mac, seq = Chain(key, End(0, b"")), b"", 0
    for part in before.partitions(5_000):
        rows: list[tuple[int | str | bytes, ...]] = []
        for told in part:
            seq += 1
            texts = [one.encode() for one in told]
            mac = chain.follows(mac, StoredRow._make([seq, *texts, b"", 1]))
            rows.append((seq, *told, mac))
        yield rows
