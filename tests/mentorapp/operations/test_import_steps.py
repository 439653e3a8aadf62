"""What pairs from before did to the newcomers, day by day."""

from datetime import date

import pytest

from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.statuses import StatusChange
from mentorapp.operations import Database
from mentorapp.operations.imports import ImportKind
from mentorapp.storage import records
from tests.mentorapp.operations.importing import bring
from tests.mentorapp.operations.registering import mentor_id, newcomer_id

PAIRS = "Mentor;Deltaker;Ordning;Startdato;Avsluttet;Årsak\n"
BROKE_OFF = "Marit Bekkelund;Sahra Guled;Fadder;01.10.2018;15.11.2018;"


@pytest.mark.parametrize(
    ("today", "reason", "then"),
    [
        (NewcomerStatus.READY, "flyttet", "waiting"),
        (NewcomerStatus.WITHDRAWN, "flyttet", "withdrawn"),
        (NewcomerStatus.COMPLETED, "mangel på tid", "completed"),
        (NewcomerStatus.READY, "", "completed"),
    ],
)
def test_whoever_has_gone_since_a_pair_broke_off_has_not_waited_ever_since(
    database: Database, today: NewcomerStatus, reason: str, then: str
) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, name="Marit Bekkelund")
        newcomer_id(tx, name="Sahra Guled", status=today)
        assert bring(tx, ImportKind.PAIRINGS, f"{PAIRS}{BROKE_OFF}{reason}\n").new == 1
        steps = {
            one.changed_on: one.status for one in records.find(tx, StatusChange, subject="newcomer")
        }
    assert steps[date(2018, 10, 1)] == "paired"
    assert steps[date(2018, 11, 15)] == then
