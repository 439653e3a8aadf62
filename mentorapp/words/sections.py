"""What a report's section, figure and part is called, and what each figure is of.

The keys are those of ``mentorapp.domain.sections``: section, or section and field. A test goes
through all figures there are and fails when one has no words.
"""

from collections.abc import Mapping
from enum import Enum

from mentorapp.words import N_, Words
from mentorapp.words.labels import label
from mentorapp.words.small_numbers import HIDDEN

#: Section to its heading.
HEADINGS: Mapping[str, str] = {
    "newcomers": N_("Newcomers"),
    "outcomes": N_("Outcomes"),
    "placements": N_("Placements"),
    "competence": N_("Competence and demand"),
    "plans": N_("Plans"),
    "driving": N_("Practice driving"),
    "events": N_("Events and courses"),
    "associations": N_("Associations"),
    "contacts": N_("Contact points"),
    "barriers": N_("Barriers"),
    "interviews": N_("Interviews"),
    "networks": N_("Network and language in use"),
}

#: Figure to its name and its definition, which tells whom or what is counted, of which all.
FIGURES: Mapping[str, tuple[str, str]] = {
    "newcomers.registered": (N_("Newcomers registered"), N_("In the period.")),
    "newcomers.gender": (N_("By gender"), ""),
    "newcomers.education": (N_("By schooling"), ""),
    "newcomers.basis": (
        N_("By why they came"),
        N_("As they tell it themselves; it is never used in pairing."),
    ),
    "newcomers.arrival": (
        N_("By years since arrival"),
        N_("Of those whose year of arrival is known, on the last day counted."),
    ),
    "outcomes.exits": (
        N_("Ended in a scheme"),
        N_(
            "Exits in the period: the last pairing of a newcomer in a scheme ended. Whoever is "
            "paired in it again within three months, or waits for that, goes on."
        ),
    ),
    "outcomes.asked": (
        N_("Questions answered"),
        N_("Of all questions that fell due in the period, from exit to seven years after."),
    ),
    "outcomes.known": (
        N_("Known what they do"),
        N_("Of the same questions; not found out and moved away are not known."),
    ),
    "outcomes.after_a_year_of_known": (
        N_("In work after a year, of those known"),
        N_("Of those whose first year after the exit ended in the period and who are known."),
    ),
    "outcomes.after_a_year_of_ended": (
        N_("In work after a year, of all who ended"),
        N_("The same of all, so that it is the least it can be."),
    ),
    "outcomes.educated_after_a_year": (
        N_("In work or education after a year, of those known"),
        N_("Courses do not count."),
    ),
    "outcomes.relevant": (
        N_("Work that uses what the person can"),
        N_("Of answers that tell of work and say so or the opposite."),
    ),
    "outcomes.withdrawn": (
        N_("Not in these figures"),
        N_("People who have withdrawn from statistics."),
    ),
    "outcomes.days_to_meeting": (
        N_("Days to the first meeting, median"),
        N_("From registration, of those who have met; everybody registered so far."),
    ),
    "outcomes.days_to_placement": (
        N_("Days to the first placement, median"),
        N_("From registration, of those who have had one."),
    ),
    "outcomes.days_to_job": (
        N_("Days to the first job, median"),
        N_(
            "From registration, of those known to have found one: the end of a placement that led "
            "to a job, or the first answer that says in work."
        ),
    ),
    "outcomes.at_exit": (
        N_("At exit"),
        N_("What those who ended in the period did then, as far as they were asked."),
    ),
    "placements.started": (
        N_("Started"),
        N_("Placements begun in the period; who had two counts twice."),
    ),
    "placements.running": (N_("Running"), N_("On the last day counted.")),
    "placements.ended": (N_("Ended"), N_("In the period.")),
    "placements.to_job": (
        N_("Led to a job"),
        N_("Of those that ended; extended ones go on and are left out."),
    ),
    "placements.to_education": (N_("Led to education"), N_("Of the same.")),
    "placements.stopped": (N_("Stopped before their time"), N_("Of the same.")),
    "placements.midway_held": (
        N_("Midway talk held"),
        N_("Of those whose day for it fell in the period."),
    ),
    "placements.signed": (N_("Agreement signed"), N_("Of those running on the last day counted.")),
    "placements.rose": (
        N_("Rose in language level"),
        N_("Of those that ended with the level before and after known."),
    ),
    "placements.outside_length": (
        N_("Shorter than 3 or longer than 12 months"),
        N_("Of those running, as planned."),
    ),
    "placements.offered": (N_("Places offered"), N_("By organisations, on the last day counted.")),
    "placements.taken": (N_("Places taken"), N_("Of these, on the same day.")),
    "placements.free": (N_("Places free"), N_("On the same day.")),
    "placements.by_kind": (N_("Running, by kind"), ""),
    "placements.by_end": (N_("What they led to"), ""),
    "placements.by_sector": (N_("Places offered, by kind of organisation"), ""),
    "competence.with_card": (
        N_("Have a competence card"),
        N_("Of newcomers who have not withdrawn, today."),
    ),
    "competence.no_gap": (
        N_("Nothing is missing for the wished occupation"),
        N_("Of those with a card."),
    ),
    "competence.demands": (N_("Demands from organisations"), N_("Noted in the period.")),
    "competence.people_wanted": (N_("People wanted"), N_("In these.")),
    "competence.closed": (N_("Demands closed"), N_("In the period.")),
    "competence.open": (N_("Demands open"), N_("On the last day counted.")),
    "competence.somebody_fits": (N_("Demands that somebody fits whole"), N_("Of those open now.")),
    "competence.gaps": (N_("What is missing"), N_("One person can lack several things.")),
    "plans.with_plan": (
        N_("Have an open goal"),
        N_("Of newcomers who have not withdrawn, on the last day counted."),
    ),
    "plans.goals_set": (N_("Goals set"), N_("In the period.")),
    "plans.goals_closed": (N_("Goals closed"), N_("In the period.")),
    "plans.as_hoped": (N_("Reached as hoped or better"), N_("Of goals closed that were judged.")),
    "plans.not_judged": (N_("Closed without being judged"), ""),
    "plans.steps_in_time": (N_("Steps done in time"), N_("Of steps due in the period.")),
    "plans.by_kind": (N_("Goals set, by kind"), ""),
    "driving.learners_running": (
        N_("Learners"),
        N_("In a running pair of a scheme with practice driving, on the last day counted."),
    ),
    "driving.drove": (N_("Learners who drove"), N_("Had a drive in the period.")),
    "driving.drives": (N_("Drives"), ""),
    "driving.hours": (N_("Hours driven"), N_("With the companion, rounded.")),
    "driving.kilometres": (N_("Kilometres driven"), ""),
    "driving.theory_passed": (N_("Theory tests passed"), N_("In the period.")),
    "driving.tests_passed": (N_("Driving tests passed"), N_("In the period.")),
    "driving.ended_with_test": (
        N_("Passed, of pairs that ended"),
        N_(
            "Of learners whose pair ended in the period, those who had passed the driving test by "
            "the last day counted."
        ),
    ),
    "driving.by_condition": (
        N_("Hours by condition"),
        N_("A drive with two conditions counts in both."),
    ),
    "events.held": (N_("Events held"), N_("Those for staff are among them.")),
    "events.persons": (N_("People who came"), N_("Each counted once; events for staff aside.")),
    "events.visits": (N_("Visits"), N_("Each counted at every event.")),
    "events.present_of_yes": (
        N_("Came of those who said yes"),
        N_("At events where attendance was noted."),
    ),
    "events.courses": (N_("Courses"), N_("For all and for mentors.")),
    "events.with_childcare": (N_("With childcare"), ""),
    "events.staff_courses": (N_("Courses for staff"), ""),
    "events.staff_contacts": (N_("Talks between services"), ""),
    "events.not_noted": (
        N_("Attendance not noted"),
        N_("Events that add nobody to the figures above."),
    ),
    "events.by_kind": (N_("By kind"), ""),
    "associations.introduced": (
        N_("Introductions"),
        N_("To activities of associations in the period."),
    ),
    "associations.people": (N_("People introduced"), N_("Each counted once.")),
    "associations.visited": (N_("Have been there"), N_("Of these introductions.")),
    "associations.joined": (N_("People who became members"), N_("In the period.")),
    "associations.left": (N_("Memberships that ended"), N_("In the period.")),
    "associations.members": (
        N_("Members still"),
        N_("Seen within the last year, of all memberships that have not ended."),
    ),
    "associations.by_association": (N_("Introductions, by association"), ""),
    "contacts.with_coordinator": (
        N_("Have a responsible coordinator"),
        N_("Of newcomers registered, ready, waiting or paired on the last day counted."),
    ),
    "contacts.with_none": (N_("Nobody is known to help"), N_("Of the same.")),
    "contacts.with_double": (N_("Two services do the same"), N_("Of the same.")),
    "barriers.asked": (N_("People asked"), N_("In the period; the newest answer counts.")),
    "barriers.nothing": (N_("Nothing stands in the way"), N_("Of those asked.")),
    "barriers.childcare_not_asked": (
        N_("Need childcare, but were not asked"),
        N_("Their household needs it; in no other figure here."),
    ),
    "barriers.counts": (N_("What stands in the way"), N_("One person can tell of several.")),
    "interviews.interviews": (N_("Interviews"), N_("In the period.")),
    "interviews.people": (N_("People interviewed"), N_("Each counted once.")),
    "interviews.quotes": (
        N_("Quotations that may be printed"),
        N_("Said in the period, with a consent that stands today; none of protected people."),
    ),
    "interviews.recommend": (
        N_("Would recommend the scheme"),
        N_("Mean from 1 (not at all) to 5 (very much)."),
    ),
    "interviews.fit": (N_("Fits with the mentor"), N_("Mean from 1 to 5.")),
    "interviews.language": (N_("Speaks better"), N_("Mean from 1 to 5.")),
    "interviews.at_home": (N_("Feels at home"), N_("Mean from 1 to 5.")),
    "networks.people_before": (
        N_("People one can ask, at the start"),
        N_("Mean, of pairs asked at the end in the period that had answered at the start too."),
    ),
    "networks.people_after": (N_("People one can ask, at the end"), N_("Of the same pairs.")),
    "networks.language_before": (
        N_("Days a week with the language, at the start"),
        N_("Mean, of the same pairs as far as they answered this both times."),
    ),
    "networks.language_after": (
        N_("Days a week with the language, at the end"),
        N_("Of the same pairs."),
    ),
    "networks.asked": (N_("Answers in the period"), ""),
}


def section_name(words: Words, key: str) -> str:
    """The heading of a section; KeyError for one that has none."""
    return words.text(HEADINGS[key])


def name_of(words: Words, key: str) -> str:
    """What a figure is called; KeyError for one that has no words."""
    return words.text(FIGURES[key][0])


def definition_of(words: Words, key: str) -> str:
    """What a figure is of; "" where its name says it all."""
    definition = FIGURES[key][1]
    return words.text(definition) if definition else ""


def part_name(words: Words, part: Enum | str) -> str:
    """What a part of a breakdown is called; a name that somebody typed is left as it is."""
    return label(words, part) if isinstance(part, Enum) else part


def say_part(words: Words, part: Enum | str, count: int | None) -> str:
    """As "moved away 6"; the sign for a hidden number stands in brackets, where it is seen."""
    said = f"({HIDDEN})" if count is None else words.number(count)
    return f"{part_name(words, part)} {said}"
