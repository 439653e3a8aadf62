from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.errors import InvalidField, NotFound, NumberOfAnotherKind, StillInUse
from mentorapp.domain.languages import Level
from mentorapp.domain.placement_errors import PlacementEnded, PlacementProtected
from mentorapp.domain.placements import Placement, PlacementEnd
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.operations import Database, organisations, people, placements
from mentorapp.storage import records
from tests.factories import TODAY, a_placement
from tests.mentorapp.operations.placing import organisation, place
from tests.mentorapp.operations.registering import changed, newcomer, register


def test_a_placement_gets_a_number_and_its_midway_day_and_is_kept_once(database: Database) -> None:
    with database.write("mona") as tx:
        first = place(tx, midway_on=None, unit=" Lager\x00 ", supervisor_phone="99 88 77 66")
        assert str(first.number).startswith("5")
        assert first.midway_on == date(2026, 11, 30)
        assert (first.unit, first.supervisor_phone) == ("Lager", "+4799887766")
        assert placements.register(tx, first, TODAY) == first
        assert placements.by_number(tx, str(first.number)) == first
        assert placements.read(tx, first.id) == first
        assert place(tx, "Ali Hassan").number != first.number


def test_what_is_wrong_is_refused_and_nothing_is_kept(database: Database) -> None:
    with database.write("mona") as tx:
        for wrong, refusal in (
            ({"organisation_id": new_id()}, NotFound),
            ({"person_id": new_id()}, NotFound),
            ({"project_id": new_id()}, NotFound),
            ({"supervisor_phone": "call me"}, InvalidField),
            ({"weekly_minutes": 1}, InvalidField),
        ):
            with pytest.raises(refusal):
                place(tx, **wrong)
        assert records.find(tx, Placement) == []


def test_the_number_of_another_record_is_told(database: Database) -> None:
    with database.write("mona") as tx:
        placement = place(tx)
        person = people.read(tx, placement.person_id, TODAY).registration.person
        with pytest.raises(NumberOfAnotherKind):
            placements.by_number(tx, str(person.number))
        with pytest.raises(NumberOfAnotherKind):
            organisations.by_number(tx, str(placement.number))


def test_a_placement_is_changed_and_its_history_tells_which_fields(database: Database) -> None:
    with database.write("mona") as tx:
        placement = place(tx)
        placements.amend(tx, replace(placement, supervisor="Berit Moen"), TODAY)
        steps = placements.history(tx, placement.id)
        assert [(one.operation, one.change) for one in steps] == [
            ("placements.register", "added"),
            ("placements.amend", "changed"),
        ]
        assert steps[1].fields == ("supervisor",)


def test_the_midway_talk_is_noted(database: Database) -> None:
    with database.write("mona") as tx:
        placement = place(tx)
        held = placements.midway_held(tx, placement.id, TODAY, TODAY, "Går fint")
        assert (held.midway_done_on, held.midway_note) == (TODAY, "Går fint")


def test_an_end_is_told_once_and_can_be_taken_back(database: Database) -> None:
    with database.write("mona") as tx:
        placement = place(tx)
        with pytest.raises(InvalidField):
            placements.end(tx, placement.id, TODAY, PlacementEnd.STOPPED, TODAY)
        ended = placements.end(
            tx,
            placement.id,
            TODAY,
            PlacementEnd.STOPPED,
            TODAY,
            note="For langt å reise",
            learnt="Kasse",
            level_after=Level.B1,
        )
        assert (ended.end, ended.end_note) == (PlacementEnd.STOPPED, "For langt å reise")
        assert (ended.learnt, ended.level_after) == ("Kasse", Level.B1)
        with pytest.raises(PlacementEnded):
            placements.end(tx, placement.id, TODAY, PlacementEnd.JOB, TODAY)
        with pytest.raises(PlacementEnded):
            placements.extend(tx, placement.id, date(2027, 6, 1), TODAY)
        again = placements.reopen(tx, placement.id, TODAY)
        assert (again.ended_on, again.end, again.end_note) == (None, None, "")


def test_an_extension_is_a_new_placement_that_follows(database: Database) -> None:
    with database.write("mona") as tx:
        first = place(
            tx, unit="Lager", agreement_signed_on=TODAY, level_before=Level.A2, practised="Tall"
        )
        follows = placements.extend(tx, first.id, date(2027, 8, 31), TODAY)
        before = placements.read(tx, first.id)
        assert (before.end, before.ended_on) == (PlacementEnd.EXTENSION, first.planned_end)
        assert (follows.started_on, follows.unit) == (first.planned_end, "Lager")
        assert follows.number not in (0, first.number)
        assert follows.agreement_signed_on is None
        assert follows.practised == ""
        assert follows.level_before is Level.A2
        assert follows.midway_on == date(2027, 5, 31)


def test_a_placement_deleted_comes_back_with_undo(database: Database) -> None:
    with database.write("mona") as tx:
        placement = place(tx)
        gone = placements.delete(tx, placement.id)
        assert records.find(tx, Placement) == []
        placements.restore(tx, gone)
        assert placements.read(tx, placement.id).number == placement.number


def test_people_and_organisations_with_placements_are_not_deleted(database: Database) -> None:
    with database.write("mona") as tx:
        placement = place(tx)
        with pytest.raises(StillInUse):
            people.delete(tx, placement.person_id)
        with pytest.raises(StillInUse):
            organisations.delete(tx, placement.organisation_id)


def test_nobody_with_a_strictly_confidential_address_is_placed(database: Database) -> None:
    with database.write("mona") as tx:
        hidden = register(
            tx, newcomer("Sanna Streng", protection=Protection.STRICT, postal_code="")
        )
        with pytest.raises(PlacementProtected):
            placements.register(
                tx,
                a_placement(number=0, person_id=hidden, organisation_id=organisation(tx)),
                TODAY,
            )
        assert records.find(tx, Placement) == []


def test_what_was_stored_before_the_protection_is_ended_but_not_looked_at(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        placement = place(tx, person={"postal_code": ""})
        stored = people.read(tx, placement.person_id, TODAY).registration
        people.save(tx, changed(stored, protection=Protection.STRICT), TODAY)
        with pytest.raises(PlacementProtected):
            placements.read(tx, placement.id)
        with pytest.raises(PlacementProtected):
            placements.amend(tx, replace(placement, unit="Lager"), TODAY)
        placements.end(tx, placement.id, TODAY, PlacementEnd.FINISHED, TODAY)
        placements.delete(tx, placement.id)
