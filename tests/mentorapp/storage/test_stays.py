from datetime import date, timedelta

from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.operations import Database, pairings, people
from mentorapp.storage import records
from mentorapp.storage.stays import stays
from tests.factories import TODAY
from tests.mentorapp.operations.registering import pair

AGREED, EXIT = date(2025, 1, 10), date(2025, 11, 1)


def test_whether_somebody_waited_is_told_as_it_was_on_that_day(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED, registered_on=AGREED)
        pairings.end(tx, made.id, EXIT, TODAY, completed=True)
        newcomer = records.get(tx, Newcomer, made.newcomer_id)
        (before,) = stays(tx, EXIT)

        people.set_newcomer_status(tx, newcomer.id, NewcomerStatus.WAITING, TODAY)

        assert stays(tx, TODAY)[0].waits
        assert not before.waits
        assert stays(tx, TODAY - timedelta(days=1)) == [before]
