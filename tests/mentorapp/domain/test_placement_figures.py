from datetime import date

from mentorapp.domain.capacity import PlacesSum, places_on
from mentorapp.domain.languages import Level
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.placement_figures import placement_figures
from mentorapp.domain.placements import Placement, PlacementEnd, PlacementKind
from mentorapp.domain.records import new_id
from mentorapp.domain.statistics import Share
from tests.factories import TODAY, a_placement, offered_places

FIRST = date(2026, 7, 1)


def ended(end: PlacementEnd, **changes: object) -> Placement:
    usual = {"ended_on": date(2026, 10, 1), "end": end, "end_note": "…", "midway_on": None}
    return a_placement(**(usual | changes))


def test_shares_are_of_those_that_ended_and_were_not_extended() -> None:
    placements = [
        ended(PlacementEnd.JOB),
        ended(PlacementEnd.EDUCATION),
        ended(PlacementEnd.STOPPED),
        ended(PlacementEnd.FINISHED),
        ended(PlacementEnd.EXTENSION),
        ended(PlacementEnd.JOB, started_on=date(2026, 1, 1), ended_on=date(2026, 6, 30)),
        ended(PlacementEnd.JOB, ended_on=date(2026, 12, 1)),
    ]
    found = placement_figures(placements, (), {}, FIRST, TODAY)
    assert found.to_job == found.to_education == found.stopped == Share(1, 4)
    assert sum(found.ended.values()) == 5
    assert found.started == {PlacementKind.WORK: 6}
    assert found.running == {PlacementKind.WORK: 1}
    assert found.any


def test_midway_talks_count_where_the_day_has_come_and_the_person_was_there() -> None:
    day = date(2026, 10, 15)
    placements = [
        a_placement(midway_on=day, midway_done_on=day),
        a_placement(midway_on=day),
        a_placement(midway_on=day, midway_done_on=date(2026, 12, 24)),
        a_placement(midway_on=date(2026, 12, 1)),
        ended(PlacementEnd.JOB, midway_on=day),
    ]
    assert placement_figures(placements, (), {}, FIRST, TODAY).midway_held == Share(1, 3)


def test_a_level_rose_only_where_both_are_known() -> None:
    placements = [
        ended(PlacementEnd.FINISHED, level_before=Level.A2, level_after=Level.B1),
        ended(PlacementEnd.FINISHED, level_before=Level.A2, level_after=Level.A2),
        ended(PlacementEnd.FINISHED, level_before=Level.A2),
    ]
    assert placement_figures(placements, (), {}, FIRST, TODAY).rose == Share(1, 2)


def test_places_stand_by_what_sort_of_body_offers_them() -> None:
    public, private = new_id(), new_id()
    offers = [
        offered_places(organisation_id=public, places=3),
        offered_places(organisation_id=private, places=1),
    ]
    placements = [
        a_placement(organisation_id=private, agreement_signed_on=FIRST),
        a_placement(organisation_id=private, planned_end=date(2028, 1, 1)),
    ]
    sectors = {public: OrganisationKind.PUBLIC, private: OrganisationKind.BUSINESS}
    places = places_on(offers, placements, TODAY)
    found = placement_figures(placements, places, sectors, FIRST, TODAY)
    assert found.places == PlacesSum(4, 2, 3, 1)
    assert found.places_by_sector == {
        OrganisationKind.BUSINESS: PlacesSum(1, 2, 0, 1),
        OrganisationKind.PUBLIC: PlacesSum(3, 0, 3, 0),
    }
    assert found.signed == Share(1, 2)
    assert found.outside_length == 1


def test_without_placements_and_places_there_is_nothing_to_tell() -> None:
    assert not placement_figures((), (), {}, FIRST, TODAY).any
