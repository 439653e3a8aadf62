from datetime import timedelta

from mentorapp.operations import Database, meetings
from mentorapp.operations.pulse import pulse
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import pair

DAY = timedelta(days=1)


def test_the_figures_over_today_are_those_of_the_office(database: Database) -> None:
    with database.write("mona") as tx:
        before = pulse(tx, TODAY)
        made = pair(tx, on=TODAY - 20 * DAY)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY), TODAY)

        found = pulse(tx, TODAY)

        assert (found.active.now, found.active.change) == (before.active.now + 1, 1)
        assert found.meetings.now == before.meetings.now + 1
        assert len(found.active.points) == 7
