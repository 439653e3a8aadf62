"""Goals, the mirror of the workforce and projects, counted a second way."""

from collections import defaultdict
from datetime import date
from pathlib import Path

from tests.mentorapp.operations.recounting import MONTH, Book, Figures, Row, day, later, share


def reached(file: Path, goal: Row, today: date) -> tuple[int, int | None] | None:
    """What came of a goal by its last day: a count, or a part and its base."""
    book = Book(file, day(goal["from_date"]), day(goal["to_date"]), today)
    mine = [
        row
        for row in book["pairings"]
        if goal["scheme_id"] in (None, row["scheme_id"])
        and goal["project_id"] in (None, row["project_id"])
    ]
    measure = goal["measure"]
    if measure == "pairings":
        return sum(book.within(row["agreed_on"]) for row in mine), None
    if measure == "placements":
        assert goal["scheme_id"] is None
        return sum(
            book.within(row["started_on"])
            for row in book["placements"]
            if goal["project_id"] in (None, row["project_id"])
        ), None
    if measure == "first_meeting_share":
        met = book.met()
        return share(
            bool(met[row["id"]])
            and day(met[row["id"]][0]["held_on"]) <= day(row["agreed_on"]) + MONTH
            for row in mine
            if book.first <= day(row["agreed_on"]) + MONTH <= book.until
        )
    if measure == "in_work_share":
        answers = book.answers()
        due = [
            answers.get((person, scheme, ended.isoformat(), "year_1"))
            for person, scheme, ended in book.exits()
            if goal["scheme_id"] in (None, scheme) and book.first <= later(ended, 12) <= book.until
        ]
        return share(
            answer is not None and (book.works(answer) or answer["status"] == "education")
            for answer in due
        )
    if measure == "mentors_per_organisation":
        mentors = [
            row["organisation_id"]
            for row in book["mentors"]
            if row["status"] == "approved" and row["organisation_id"]
        ]
        agreed = {
            row["id"]
            for row in book["organisations"]
            if book.by_now(row["agreement_from"])
            and not (row["agreement_to"] and day(row["agreement_to"]) < book.until)
        }
        return len(mentors), len(agreed | set(mentors))
    if measure == "diverse_employees":
        years = {year: shares for year, shares in mirror(book).items() if year <= book.until.year}
        return next(
            (years[year][0] for year in sorted(years, reverse=True) if years[year][0]), None
        )
    raise AssertionError(measure)


Mirror = tuple[tuple[int, int] | None, tuple[int, int] | None, int]


def mirror(book: Book) -> dict[int, Mirror]:
    """Year -> of the employees, of the inhabitants, placements begun here."""
    years: dict[int, dict[str, int]] = defaultdict(dict)
    for row in book["background_figures"]:
        years[row["year"]][row["kind"]] = row["value"]

    def of(values: dict[str, int], part: str, whole: str) -> tuple[int, int] | None:
        return (values[part], values[whole]) if part in values and whole in values else None

    return {
        year: (
            of(values, "diverse_employees", "employees"),
            of(values, "immigrants", "population"),
            sum(
                day(row["started_on"]).year == year and book.by_now(row["started_on"])
                for row in book["placements"]
            ),
        )
        for year, values in years.items()
    }


def project(book: Book, name: str) -> Figures:
    """All that was put under it, whenever it began."""
    (key,) = (row["id"] for row in book["projects"] if row["name"] == name)
    pairs = [
        row
        for row in book["pairings"]
        if row["project_id"] == key and book.by_now(row["agreed_on"])
    ]
    places = [
        row
        for row in book["placements"]
        if row["project_id"] == key and book.by_now(row["started_on"])
    ]
    held = [
        row["id"]
        for row in book["events"]
        if row["project_id"] == key
        and row["cancelled_on"] is None
        and book.by_now(row["starts_at"])
    ]
    met = book.met()
    meetings = [row for pair in pairs for row in met[pair["id"]] if book.by_now(row["held_on"])]
    over = [row for row in pairs if book.by_now(row["ended_on"])]
    return {
        "people": len(
            {book.person_of[row["newcomer_id"]] for row in pairs}
            | {row["person_id"] for row in places}
        ),
        "pairings": len(pairs),
        "pairings_running": sum(map(book.runs, pairs)),
        "pairings_completed": sum(row["status"] == "completed" for row in over),
        "pairings_ended_early": sum(row["status"] == "ended_early" for row in over),
        "meetings": len(meetings),
        "minutes": sum(row["minutes"] for row in meetings),
        "placements": len(places),
        "placements_running": sum(map(book.runs, places)),
        "events": len(held),
        "guests": sum(
            row["event_id"] in held and row["attendance"] == "present"
            for row in book["invitations"]
        ),
    }
