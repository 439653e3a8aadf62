"""What else was done, counted a second way: each section as its printed definitions have it."""

import json
from collections import Counter, defaultdict

from tests.mentorapp.operations.recounting import (
    STAFF,
    Book,
    Figures,
    Row,
    day,
    items,
    later,
    mean,
    share,
)

LEVELS = ("", "A0", "A1", "A2", "B1", "B2", "C1", "C2")


def newcomers(book: Book) -> Figures:
    new = [row for row in book["newcomers"] if book.within(row["registered_on"])]
    gender = {row["id"]: row["gender"] for row in book["people"]}
    return {
        "registered": len(new),
        "gender": dict(Counter(gender[row["person_id"]] for row in new)),
        "education": dict(Counter(row["education"] for row in new)),
        "basis": dict(Counter(row["residence_basis"] for row in new)),
    }


def placements(book: Book) -> Figures:
    every = book["placements"]
    running = [row for row in every if book.runs(row)]
    ended = [row for row in every if book.within(row["ended_on"])]
    over = [row for row in ended if row["end"] != "extension"]
    offered, taken = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    sectors = {row["id"]: row["kind"] for row in book["organisations"]}
    for row in book["offered_places"]:
        if day(row["from_date"]) <= book.until and not (
            row["to_date"] and day(row["to_date"]) < book.until
        ):
            offered[row["organisation_id"], row["kind"]] += row["places"]
    for row in running:
        taken[row["organisation_id"], row["kind"]] += 1
    by_sector = Counter[str]()
    for (organisation, _kind), count in offered.items():
        by_sector[sectors[organisation]] += count
    return {
        "started": sum(book.within(row["started_on"]) for row in every),
        "running": len(running),
        "ended": len(ended),
        "to_job": share(row["end"] == "job" for row in over),
        "to_education": share(row["end"] == "education" for row in over),
        "stopped": share(row["end"] == "stopped" for row in over),
        "midway_held": share(
            book.by_now(row["midway_done_on"])
            for row in every
            if book.within(row["midway_on"])
            and not (row["ended_on"] and row["ended_on"] <= row["midway_on"])
        ),
        "signed": share(book.by_now(row["agreement_signed_on"]) for row in running),
        "rose": share(
            LEVELS.index(row["level_after"]) > LEVELS.index(row["level_before"])
            for row in over
            if row["level_before"] and row["level_after"]
        ),
        "outside_length": sum(
            not later(day(row["started_on"]), 3)
            <= day(row["planned_end"])
            <= later(day(row["started_on"]), 12)
            for row in running
            if row["planned_end"]
        ),
        "offered": sum(offered.values()),
        "taken": len(running),
        "free": sum(max(0, count - taken[key]) for key, count in offered.items()),
        "by_kind": dict(Counter(row["kind"] for row in running)),
        "by_end": dict(Counter(row["end"] for row in ended)),
        "by_sector": dict(by_sector),
    }


def competence(book: Book) -> Figures:
    """Not whom a demand fits: that is what pairing decides, not a count."""
    with_us = {row["person_id"] for row in book["newcomers"] if row["status"] != "withdrawn"}
    cards = [row for row in book["competence_cards"] if row["person_id"] in with_us]
    wanted = book["demands"]
    asked = [row for row in wanted if book.within(row["asked_on"])]
    return {
        "with_card": (len(cards), len(with_us)),
        "demands": len(asked),
        "people_wanted": sum(row["people"] for row in asked),
        "closed": sum(book.within(row["closed_on"]) for row in wanted),
        "open": sum(
            book.by_now(row["asked_on"]) and not book.by_now(row["closed_on"]) for row in wanted
        ),
    }


def plans(book: Book) -> Figures:
    goals = book["plan_goals"]
    with_us = {
        row["person_id"]
        for row in book["newcomers"]
        if book.by_now(row["registered_on"]) and book.status(row) != "withdrawn"
    }
    holders = {
        row["person_id"]
        for row in goals
        if book.by_now(row["set_on"]) and not book.by_now(row["closed_on"])
    }
    closed = [row for row in goals if book.within(row["closed_on"])]
    judged = [row for row in closed if row["attainment"] is not None]
    new = [row for row in goals if book.within(row["set_on"])]
    return {
        "with_plan": (len(holders & with_us), len(with_us)),
        "goals_set": len(new),
        "goals_closed": len(closed),
        "as_hoped": share(row["attainment"] >= 2 for row in judged),
        "not_judged": len(closed) - len(judged),
        "steps_in_time": share(
            row["done_on"] is not None and row["done_on"] <= row["due"]
            for row in book["plan_steps"]
            if book.within(row["due"])
        ),
        "by_kind": dict(Counter(row["kind"] for row in new)),
    }


def driving(book: Book) -> Figures:
    schemes = {row["id"] for row in book["schemes"] if "driving" in items(row["parts"])}
    pairs = {row["id"]: row for row in book["pairings"] if row["scheme_id"] in schemes}
    practices = [row for row in book["driving_practices"] if row["pairing_id"] in pairs]
    passed = {row["pairing_id"]: row["test_passed_on"] for row in practices}
    meetings = {row["id"]: row for row in book["meetings"] if row["pairing_id"] in pairs}
    drives = [
        (row, meetings[row["meeting_id"]])
        for row in book["driving_sessions"]
        if row["meeting_id"] in meetings and book.within(meetings[row["meeting_id"]]["held_on"])
    ]
    conditions = Counter[str]()
    for row, meeting in drives:
        for condition in items(row["conditions"]):
            conditions[condition] += meeting["minutes"]
    return {
        "learners_running": sum(book.runs(row) for row in pairs.values()),
        "drove": len({meeting["pairing_id"] for _row, meeting in drives}),
        "drives": len(drives),
        "hours": round(sum(meeting["minutes"] for _row, meeting in drives) / 60),
        "kilometres": sum(row["kilometres"] or 0 for row, _meeting in drives),
        "theory_passed": sum(book.within(row["theory_passed_on"]) for row in practices),
        "tests_passed": sum(book.within(row["test_passed_on"]) for row in practices),
        "ended_with_test": share(
            book.by_now(passed.get(row["id"]))
            for row in pairs.values()
            if book.within(row["ended_on"])
        ),
        "by_condition": {name: round(minutes / 60) for name, minutes in conditions.items()},
    }


def events(book: Book) -> Figures:
    guests: dict[str, list[Row]] = defaultdict(list)
    for row in book["invitations"]:
        guests[row["event_id"]].append(row)
    held = [
        row
        for row in book["events"]
        if book.within(row["starts_at"])
        and row["cancelled_on"] is None
        and day(row["ends_at"] or row["starts_at"]) < book.today
    ]
    for_all = [row for row in held if row["kind"] not in STAFF]
    present = [
        guest["person_id"] or guest["guest"]
        for row in for_all
        for guest in guests[row["id"]]
        if guest["attendance"] == "present"
    ]
    noted = [
        row
        for row in for_all
        if any(guest["attendance"] != "not_noted" for guest in guests[row["id"]])
    ]
    kinds = Counter(row["kind"] for row in held)
    return {
        "held": len(held),
        "persons": len(set(present)),
        "visits": len(present),
        "present_of_yes": share(
            guest["attendance"] == "present"
            for row in noted
            for guest in guests[row["id"]]
            if guest["answer"] == "yes"
        ),
        "courses": kinds["course"] + kinds["mentor_training"],
        "with_childcare": sum(row["childcare"] for row in for_all),
        "staff_courses": kinds["staff_course"],
        "staff_contacts": kinds["staff_contact"],
        "not_noted": sum(bool(guests[row["id"]]) and row not in noted for row in for_all),
        "by_kind": dict(kinds),
    }


def associations(book: Book) -> Figures:
    made = [row for row in book["introductions"] if book.within(row["introduced_on"])]
    members = [
        row
        for row in book["introductions"]
        if book.by_now(row["joined_on"]) and not book.by_now(row["left_on"])
    ]
    names = {row["id"]: row["name"] for row in book["organisations"]}
    owner = {row["id"]: names[row["organisation_id"]] for row in book["activities"]}

    def seen(row: Row) -> bool:
        days = [one for one in (row["joined_on"], row["member_on"]) if book.by_now(one)]
        return any(later(day(one), 12) > book.until for one in days)

    return {
        "introduced": len(made),
        "people": len({row["person_id"] for row in made}),
        "visited": share(
            book.by_now(row["first_visit_on"]) or book.by_now(row["joined_on"]) for row in made
        ),
        "joined": len(
            {row["person_id"] for row in book["introductions"] if book.within(row["joined_on"])}
        ),
        "left": sum(
            book.within(row["left_on"]) and row["joined_on"] is not None
            for row in book["introductions"]
        ),
        "members": share(seen(row) for row in members),
        "by_association": dict(Counter(owner[row["activity_id"]] for row in made)),
    }


def contacts(book: Book) -> Figures:
    with_us = [
        row
        for row in book["newcomers"]
        if book.status(row) in ("registered", "ready", "waiting", "paired")
    ]
    paired = {book.person_of[row["newcomer_id"]] for row in book["pairings"] if book.runs(row)}
    helping: dict[str, list[Row]] = defaultdict(list)
    for row in book["contact_points"]:
        if book.by_now(row["since"]) and not book.by_now(row["until"]):
            helping[row["person_id"]].append(row)

    def responsible(person: str) -> bool:
        return person in paired or any(row["role"] == "coordinator" for row in helping[person])

    def double(person: str) -> bool:
        services: dict[str, set[str]] = defaultdict(set)
        for row in helping[person]:
            for task in items(row["tasks"]):
                services[task].add((row["service"] or row["role"]).casefold())
        return any(len(found) > 1 for found in services.values())

    people = [row["person_id"] for row in with_us]
    return {
        "with_coordinator": share(map(responsible, people)),
        "with_none": share(not helping[one] and one not in paired for one in people),
        "with_double": share(map(double, people)),
    }


def barriers(book: Book) -> Figures:
    homes = {row["id"] for row in book["households"] if row["childcare_needed"]}
    newcomers = set(book.person_of.values())
    childcare = {
        row["id"]
        for row in book["people"]
        if row["household_id"] in homes and row["id"] in newcomers
    }
    newest: dict[str, set[str]] = {}
    for row in sorted(book["barrier_checks"], key=lambda row: row["checked_on"]):
        if book.within(row["checked_on"]):
            needs = {"childcare"} if row["person_id"] in childcare else set()
            newest[row["person_id"]] = {*items(row["barriers"]), *needs}
    return {
        "asked": len(newest),
        "nothing": share(not found for found in newest.values()),
        "childcare_not_asked": len(childcare - set(newest)),
        "counts": dict(Counter(one for found in newest.values() for one in found)),
    }


def interviews(book: Book) -> Figures:
    held = sorted(
        (row for row in book["interviews"] if book.within(row["held_on"])),
        key=lambda row: row["held_on"],
    )
    protection = {row["id"]: row["protection"] for row in book["people"]}
    newest: dict[str, dict[str, int]] = defaultdict(dict)
    for row in held:
        for rating, value in json.loads(row["ratings"]).items():
            newest[rating][row["person_id"]] = value
    return {
        "interviews": len(held),
        "people": len({row["person_id"] for row in held}),
        "quotes": sum(
            book.within(row["said_on"])
            and row["consent_on"] is not None
            and row["withdrawn_on"] is None
            and protection[row["person_id"]] == "none"
            for row in book["quotes"]
        ),
        **{
            rating: mean(newest[rating].values())
            for rating in ("recommend", "fit", "language", "at_home")
        },
    }


def networks(book: Book) -> Figures:
    asked = [row for row in book["network_checks"] if book.within(row["asked_on"])]
    start = {row["pairing_id"]: row for row in book["network_checks"] if row["stage"] == "start"}
    both = [
        (start[row["pairing_id"]], row)
        for row in asked
        if row["stage"] == "end" and row["pairing_id"] in start
    ]
    figures: Figures = {"asked": dict(Counter(row["stage"] for row in asked))}
    for name, column in (("people", "people_to_ask"), ("language", "language_days")):
        told = [(a[column], b[column]) for a, b in both if None not in (a[column], b[column])]
        figures[f"{name}_before"] = mean(before for before, _after in told)
        figures[f"{name}_after"] = mean(after for _before, after in told)
    return figures
