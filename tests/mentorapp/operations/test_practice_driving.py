from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorapp.domain.driving_errors import NotADrivingPair
from mentorapp.domain.driving_warnings import DrivingWarning
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.follow_up import AttentionKind, Severity
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.practice_driving import DrivingCondition, DrivingSession
from mentorapp.domain.statistics import Share
from mentorapp.operations import (
    Database,
    Transaction,
    driving_overview,
    driving_rules,
    follow_up,
    meetings,
    offices,
    pairing,
    pairings,
    practice_driving,
    schemes,
)
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import mentor_id, newcomer_id, pair

DAY = timedelta(days=1)


def _learner(tx: Transaction, **newcomers: object) -> Pairing:
    """A driving pair, agreed a hundred days ago: an adult learner, a companion of forty."""
    return pairing.pair_by_hand(
        tx,
        schemes.find(tx, "practice_driving").id,
        mentor_id(tx),
        newcomer_id(tx, **({"birth_year": 1995} | newcomers)),
        TODAY - 100 * DAY,
        "Mona Elvestrand",
    )


def _drive(tx: Transaction, made: Pairing, days_ago: int = 3) -> practice_driving.Driven:
    return practice_driving.log(
        tx,
        Meeting(pairing_id=made.id, held_on=TODAY - days_ago * DAY, minutes=90),
        60,
        [DrivingCondition.DARK],
        TODAY,
    )


def test_a_drive_is_a_meeting_and_starts_the_pair(database: Database) -> None:
    with database.write("mona") as tx:
        made = _learner(tx)
        driven = _drive(tx, made)
        file = practice_driving.read(tx, made.id, TODAY)
        assert (file.totals.drives, file.totals.minutes, file.totals.kilometres) == (1, 90, 60)
        assert file.totals.of_recommended == Share(90, 8400)
        assert records.get(tx, Pairing, made.id).status is PairingStatus.ACTIVE
        assert pairings.row(tx, made.id, TODAY).minutes == 90
        again = practice_driving.log(tx, driven.meeting, 60, [], TODAY)
        assert again.session == driven.session


def test_a_meeting_without_the_wheel_is_no_drive(database: Database) -> None:
    with database.write("mona") as tx:
        made = _learner(tx)
        meetings.log(tx, Meeting(pairing_id=made.id, held_on=TODAY, minutes=30), TODAY)
        assert practice_driving.read(tx, made.id, TODAY).totals.drives == 0


def test_a_refused_drive_leaves_no_meeting(database: Database) -> None:
    with database.write("mona") as tx:
        made = _learner(tx)
    with pytest.raises(InvalidField), database.write("mona") as tx:
        practice_driving.log(tx, Meeting(pairing_id=made.id, held_on=TODAY), 9999, [], TODAY)
    with database.read() as tx:
        assert pairings.row(tx, made.id, TODAY).meetings == 0


def test_a_drive_taken_back_and_brought_back_is_as_it_was(database: Database) -> None:
    with database.write("mona") as tx:
        made = _learner(tx)
        driven = _drive(tx, made)
        removed = practice_driving.remove(tx, driven.meeting.id)
        assert practice_driving.read(tx, made.id, TODAY).drives == ()
        practice_driving.restore(tx, removed)
        assert practice_driving.read(tx, made.id, TODAY).totals.kilometres == 60
        meetings.remove(tx, driven.meeting.id)
        assert practice_driving.read(tx, made.id, TODAY).drives == ()


def test_a_drive_is_mended_with_its_meeting(database: Database) -> None:
    with database.write("mona") as tx:
        driven = _drive(tx, made := _learner(tx))
        practice_driving.amend(
            tx, replace(driven.meeting, minutes=30), replace(driven.session, kilometres=5), TODAY
        )
        totals = practice_driving.read(tx, made.id, TODAY).totals
        assert (totals.minutes, totals.kilometres) == (30, 5)


def test_what_speaks_against_a_drive_is_told_and_does_not_stop_it(database: Database) -> None:
    with database.write("mona") as tx:
        young = _learner(tx, birth_year=2007)
        driven = _drive(tx, young)
        assert {one.kind for one in driven.warnings} == {
            DrivingWarning.LICENCE_UNKNOWN,
            DrivingWarning.PERMIT_MISSING,
        }
        assert records.find(tx, DrivingSession)


def test_an_office_in_a_country_without_rules_is_warned_until_it_writes_them_down(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = _learner(tx)
        offices.save(tx, replace(offices.read(tx), country="DK"))
        assert driving_rules.rules_here(tx) is None
        (warned,) = practice_driving.read(tx, made.id, TODAY).warnings
        assert warned.kind is DrivingWarning.NO_RULES
        norway = driving_rules.rules_for(tx, "NO")
        assert norway is not None
        own = replace(norway, country="dk", companion_age=70, source="egen opslag")
        driving_rules.save(tx, own, TODAY + 30 * DAY)
        (found,) = [one for one in driving_rules.all_rules(tx) if one.country == "DK"]
        assert found.companion_age == 70
        kinds = {one.kind for one in practice_driving.read(tx, made.id, TODAY).warnings}
        assert DrivingWarning.COMPANION_TOO_YOUNG in kinds


def test_changed_rules_stand_in_place_of_the_shipped_ones_until_they_are_taken_away(
    database: Database,
) -> None:
    later = TODAY + 30 * DAY
    with database.write("mona") as tx:
        shipped = driving_rules.rules_here(tx)
        assert shipped is not None
        assert not driving_rules.is_own(tx, shipped)
        saved = driving_rules.save(tx, replace(shipped, companion_age=30), later)
        again = driving_rules.save(tx, replace(saved, companion_age=31), later)
        assert [one.companion_age for one in driving_rules.all_rules(tx)] == [31]
        driving_rules.remove(tx, again)
        assert driving_rules.rules_here(tx) == shipped
        with pytest.raises(InvalidField):
            driving_rules.save(tx, replace(shipped, source=" "), later)


def test_today_tells_of_missing_and_ending_permits_of_running_learners(
    database: Database,
) -> None:
    def lines(tx: Transaction, day: date = TODAY) -> list[tuple[str, Severity]]:
        return [
            (one.detail, one.severity)
            for one in follow_up.today_list(tx, day)
            if one.kind is AttentionKind.DRIVING_PERMIT
        ]

    with database.write("mona") as tx:
        pair(tx)
        made = _learner(tx, birth_year=2007)
        assert lines(tx) == [("permit_missing", Severity.RED)]
        practice = replace(
            practice_driving.practice_of(tx, made.id),
            permit_from=TODAY - 90 * DAY,
            permit_to=TODAY + 40 * DAY,
        )
        saved = practice_driving.save(tx, practice, TODAY)
        assert lines(tx) == []
        assert lines(tx, TODAY + 20 * DAY) == [("permit_ends_soon", Severity.YELLOW)]
        assert lines(tx, TODAY + 41 * DAY) == [("permit_ended", Severity.RED)]
        practice_driving.save(tx, replace(saved, test_passed_on=TODAY), TODAY)
        assert lines(tx, TODAY + 41 * DAY) == []


def test_only_schemes_with_practice_driving_have_drives(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        with pytest.raises(NotADrivingPair):
            _drive(tx, made)
        with pytest.raises(NotADrivingPair):
            practice_driving.read(tx, made.id, TODAY)


def test_what_cannot_be_is_refused_at_its_field(database: Database) -> None:
    with database.write("mona") as tx:
        empty = practice_driving.practice_of(tx, _learner(tx).id)
        for field, wrong in (
            ("test_passed_on", {"test_passed_on": TODAY + DAY}),
            ("permit_to", {"permit_from": TODAY, "permit_to": TODAY - DAY}),
            ("car", {"car": "x" * 5000}),
        ):
            with pytest.raises(InvalidField) as refused:
                practice_driving.save(tx, replace(empty, **wrong), TODAY)
            assert refused.value.field == field


def test_the_figures_of_a_period_have_their_base(database: Database) -> None:
    with database.write("mona") as tx:
        made = _learner(tx)
        _drive(tx, made, 60)
        _drive(tx, made, 3)
        practice = replace(
            practice_driving.practice_of(tx, made.id), test_passed_on=TODAY - 2 * DAY
        )
        practice_driving.save(tx, practice, TODAY)
        pairings.end(tx, made.id, TODAY, TODAY, completed=True)
        figures = driving_overview.figures(tx, TODAY - 30 * DAY, TODAY + 300 * DAY, TODAY)
        assert figures.ended_with_test == Share(1, 1)
        assert (figures.totals.drives, figures.drove, figures.learners_running) == (1, 1, 0)
