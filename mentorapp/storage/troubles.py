"""What goes wrong around an open office, as the refusals that the user is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from mentorapp.domain.errors import DiskFull, OfficeBusy, OfficeDamaged, Refused
from mentorapp.storage import ballast

if TYPE_CHECKING:
    from mentorapp.storage.database import Database


@contextmanager
def troubles_refused(database: "Database") -> Iterator[None]:
    """Turn what the surroundings did wrong into a Refused; every other error is a bug."""
    try:
        yield
    except Refused:
        raise
    except (DBAPIError, dbapi2.Error) as error:
        text = str(getattr(error, "orig", error))
        if "database is locked" in text:
            raise OfficeBusy from error
        if "full" in text or "disk I/O error" in text:
            raise DiskFull(ballast.give_up(database.path)) from error
        if "readonly database" in text:
            raise database.why_read_only from error
        if "malformed" in text or "not a database" in text:
            raise OfficeDamaged(database.path) from error
        if "Could not decode" in text:
            # Without the error: it quotes the record it could not read.
            raise OfficeDamaged(database.path) from None
        raise
    except UnicodeDecodeError:
        raise OfficeDamaged(database.path) from None  # as in ``recognition.opening``
