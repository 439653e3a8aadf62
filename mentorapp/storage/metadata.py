"""What all tables have in common: their names' convention and the columns of every record."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, MetaData, Named, TypedColumns

from mentorapp.storage.columns import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class RecordColumns(TypedColumns):
    """``mentorapp.domain.records.Record`` as columns."""

    id: Named[UUID] = Column(primary_key=True)
    version: Named[int]
    deleted_at: Named[datetime | None] = Column(Moment())
