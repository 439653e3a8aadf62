"""Sections of reports on paper."""

from mentorapp.domain.office import Office
from mentorapp.domain.sections import Average, section
from mentorapp.reports.sections import in_work_notes, say_value, section_blocks
from mentorapp.words import Words

ENGLISH = Words("en")


def test_the_mean_of_a_few_answers_is_hidden() -> None:
    assert say_value(Average(5.0, 4), ENGLISH) == "hidden, because they are few"
    assert say_value(Average(4.5, 5), ENGLISH) == "4.5 (of 5)"


def test_what_counts_as_in_work_stands_under_the_figures_of_it_and_under_no_others(
    office: Office,
) -> None:
    outcomes = section("outcomes", {"exits": 6})
    newcomers = section("newcomers", {"registered": 6})
    notes = len(in_work_notes(office, ENGLISH))

    assert notes == 2
    assert len(section_blocks([outcomes], office, ENGLISH)) == 2 + notes
    assert len(section_blocks([newcomers], office, ENGLISH)) == 2
