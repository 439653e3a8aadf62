from mentorapp.domain.sections import Hidden
from mentorapp.domain.waiting_times import (
    OTHERS,
    Wait,
    WaitBand,
    band,
    by_area,
    by_band,
    by_language,
    by_scheme,
    whole,
)


def waits(count: int, days: int = 40, area: str = "Bodø", language: str = "ar") -> list[Wait]:
    return [
        Wait(days + at, frozenset({"buddy"}), area, frozenset({language})) for at in range(count)
    ]


def test_a_wait_lies_in_the_band_of_its_days() -> None:
    assert [band(days) for days in (0, 29, 30, 89, 90, 364, 365)] == [
        WaitBand.MONTH_1,
        WaitBand.MONTH_1,
        WaitBand.MONTHS_3,
        WaitBand.MONTHS_3,
        WaitBand.MONTHS_6,
        WaitBand.YEAR,
        WaitBand.LONGER,
    ]


def test_all_have_a_median_and_a_longest_wait() -> None:
    line = whole(waits(7), least=5)

    assert (line.count, line.median, line.longest) == (7, 43, 46)


def test_of_a_few_who_wait_nothing_is_told() -> None:
    line = whole(waits(4), least=5)

    assert (line.count, line.median, line.longest) == (Hidden(), Hidden(), Hidden())


def test_a_municipality_of_few_is_hidden_with_one_more_from_which_it_would_follow() -> None:
    lines = by_area([*waits(9), *waits(6, area="Saltdal"), *waits(2, area="Beiarn")], least=5)

    told = {line.key: line.count for line in lines}
    assert told == {"Bodø": 9, OTHERS: Hidden()}
    assert lines[1].longest == Hidden()


def test_whose_municipality_is_not_known_come_last() -> None:
    assert [one.key for one in by_area([*waits(9, area=""), *waits(6)], least=5)] == ["Bodø", ""]


def test_the_rest_outside_a_language_is_not_shown_either_when_it_is_of_few() -> None:
    told = {one.key: one.count for one in by_language([*waits(9), *waits(2, language="ti")], 5)}

    assert told == {OTHERS: Hidden()}


def test_who_waits_for_two_schemes_is_counted_in_each() -> None:
    both = [Wait(10, frozenset({"buddy", "work"}), "Bodø", frozenset()) for _ in range(5)]

    assert [(one.key, one.count) for one in by_scheme(both, 5)] == [("buddy", 5), ("work", 5)]


def test_bands_hide_the_few() -> None:
    shown = by_band([*waits(10, days=40), *waits(1, days=400)], least=5)

    assert shown[WaitBand.LONGER] == Hidden()
    assert shown[WaitBand.MONTHS_3] == Hidden()
    assert set(shown.values()) == {Hidden()}  # with nought told, they could not be nought
