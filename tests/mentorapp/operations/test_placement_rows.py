from datetime import date, timedelta

from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.placements import LengthWarning, PlacementEnd, PlacementSetting
from mentorapp.domain.projects import Project
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, follow_up, placement_rows, placements
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.placing import organisation, place
from tests.mentorapp.operations.registering import newcomer, register

#: Free text that would give the place away.
MARKER = "Markørlageret"
TELLING = dict.fromkeys(
    ("unit", "supervisor", "teaching", "practised", "learnt", "midway_note", "notes"), MARKER
)


def test_the_list_tells_who_is_where_the_latest_first(database: Database) -> None:
    with database.write("mona") as tx:
        early = place(tx, "Ali Hassan", started_on=date(2026, 5, 1))
        late = place(tx)
        rows = placement_rows.rows(tx, TODAY)
        assert [row.id for row in rows] == [late.id, early.id]
        assert [row.person for row in rows] == ["Sahra Guled", "Ali Hassan"]
        assert {row.organisation for row in rows} == {"Nordlys Mekaniske AS"}
        assert rows[0].organisation_id == late.organisation_id
        assert placement_rows.of_person(tx, early.person_id, TODAY) == [rows[1]]
        assert placement_rows.of_organisation(tx, late.organisation_id, TODAY) == [rows[0]]
        assert placement_rows.one_row(tx, late, TODAY) == rows[0]


def test_no_list_tells_where_a_protected_person_is(database: Database) -> None:
    with database.write("mona") as tx:
        place(tx, "Ali Hassan")
        hidden = place(
            tx,
            "Hanna Skjult",
            person={"protection": Protection.CONFIDENTIAL},
            organisation_id=organisation(tx, name=MARKER),
            setting=PlacementSetting.SHOP,
            **TELLING,
        )
        rows = placement_rows.rows(tx, TODAY)
        assert [row.hidden for row in rows] == [True, False]
        assert MARKER not in str(rows)
        assert rows[0].organisation_id is None
        assert rows[0].placement.setting is PlacementSetting.NOT_GIVEN
        assert placement_rows.of_organisation(tx, hidden.organisation_id, TODAY) == []
        # At her own file the coordinator sees it, as he sees her address there.
        (row,) = placement_rows.of_person(tx, hidden.person_id, TODAY)
        assert (row.organisation, row.hidden) == (MARKER, False)
        assert MARKER not in str(follow_up.today_list(tx, TODAY + timedelta(days=30)))


def test_the_form_offers_newcomers_organisations_and_projects(database: Database) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer())
        register(tx, newcomer("Sanna Streng", protection=Protection.STRICT, postal_code=""))
        here = organisation(tx)
        project = records.add(tx, Project(name="Ta Askersjansen", from_date=date(2026, 1, 1)))
        found = placement_rows.choices(tx)
        assert [one for one, _text in found.people] == [sahra]
        assert [one for one, _text in found.organisations] == [here]
        assert found.projects == ((project.id, "Ta Askersjansen"),)


def test_an_extension_is_judged_by_the_whole_time(database: Database) -> None:
    with database.write("mona") as tx:
        first = place(tx)
        follows = placements.extend(tx, first.id, date(2027, 9, 2), TODAY)
        row = placement_rows.one_row(tx, follows, TODAY)
        assert row.since == first.started_on
        assert row.warning is LengthWarning.LONG


def test_today_tells_of_the_midway_talk_the_coming_end_and_the_end_nobody_told(
    database: Database,
) -> None:
    def told(tx: Transaction, day: date) -> list[AttentionKind]:
        return [
            one.kind for one in follow_up.today_list(tx, day) if one.kind.startswith("placement")
        ]

    with database.write("mona") as tx:
        placement = place(tx)
        assert told(tx, TODAY) == []
        assert told(tx, date(2026, 12, 1)) == [AttentionKind.PLACEMENT_MIDWAY]
        placements.midway_held(tx, placement.id, date(2026, 12, 2), date(2026, 12, 2))
        assert told(tx, date(2026, 12, 2)) == []
        assert told(tx, date(2027, 2, 1)) == [AttentionKind.PLACEMENT_ENDS]
        assert told(tx, date(2027, 3, 1)) == [AttentionKind.PLACEMENT_OVER]
        placements.end(tx, placement.id, date(2027, 2, 28), PlacementEnd.JOB, date(2027, 3, 1))
        assert told(tx, date(2027, 3, 1)) == []


def test_days_to_the_first_placement_are_told_by_person(database: Database) -> None:
    with database.write("mona") as tx:
        placement = place(tx)
        register(tx, newcomer("Ali Hassan"))
        assert placement_rows.days_to_first_placement(tx, TODAY) == {placement.person_id: 31}


def test_figures_are_of_the_period_and_the_project(database: Database) -> None:
    with database.write("mona") as tx:
        project = records.add(tx, Project(name="Sisters", from_date=date(2026, 1, 1)))
        place(tx, project_id=project.id)
        place(tx, "Ali Hassan")
        found = placement_rows.figures(tx, date(2026, 7, 1), date(2026, 12, 31), TODAY)
        assert (found.last, sum(found.started.values()), found.places.taken) == (TODAY, 2, 2)
        mine = placement_rows.figures(tx, date(2026, 7, 1), TODAY, TODAY, project.id)
        assert (sum(mine.started.values()), mine.places.taken) == (1, 2)
