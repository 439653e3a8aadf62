"""A second way to every figure: plain rows of the office file, counted as the reports define them.

Nothing of the program is used but its file, so that the two can differ.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from statistics import fmean, median
from typing import Any

Row = Mapping[str, Any]
Days = Callable[[str | None], bool]
Figures = dict[str, Any]

MONTH = timedelta(days=30)
WEEK = timedelta(days=7)
WORK = ("work", "subsidised_work")
NOT_KNOWN = ("unknown", "moved")
STAFF = ("staff_course", "staff_contact")
#: The questions after an exit, with the months until they are asked.
POINTS = {"exit": 0, "months_3": 3} | {f"year_{year}": 12 * year for year in range(1, 8)}


def day(text: str) -> date:
    return date.fromisoformat(text[:10])


def later(start: date, months: int) -> date:
    """The same day of a later month, or its last."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for last in (start.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(start.day, last))
        except ValueError:
            continue
    raise AssertionError(start)


class Book:
    """The rows that have not been deleted, and a period: both its days count."""

    def __init__(self, office: Path, first: date, last: date, today: date) -> None:
        self.first, self.until, self.today = first, min(last, today), today
        connection = sqlite3.connect(office)
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self.tables: dict[str, list[Row]] = {}
        for (name,) in names.fetchall():
            rows = [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
            self.tables[name] = [row for row in rows if row.get("deleted_at") is None]
        connection.close()
        self.office = self.tables["offices"][0]
        self.person_of = {row["id"]: row["person_id"] for row in self["newcomers"]}
        self.pairing = {row["id"]: row for row in self["pairings"]}
        self.steps: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(self["status_changes"], key=lambda row: (row["changed_on"], row["id"])):
            self.steps[row["subject_id"]].append(row)

    def __getitem__(self, table: str) -> list[Row]:
        return self.tables[table]

    def within(self, text: str | None) -> bool:
        return text is not None and self.first <= day(text) <= self.until

    def by_now(self, text: str | None) -> bool:
        return text is not None and day(text) <= self.until

    def runs(self, row: Row) -> bool:
        """Begun, and not ended by the end of the last day counted."""
        begun = row.get("agreed_on") or row.get("started_on")
        return self.by_now(begun) and not self.by_now(row["ended_on"])

    def status(self, role: Row) -> str:
        steps = self.steps[role["id"]]
        reached = [row["status"] for row in steps if self.by_now(row["changed_on"])]
        return reached[-1] if reached else ""

    def met(self) -> dict[str, list[Row]]:
        """Meetings with contact by pairing, in order."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(self["meetings"], key=lambda row: row["held_on"]):
            if row["form"] != "attempted":
                found[row["pairing_id"]].append(row)
        return found

    def works(self, answer: Row) -> bool:
        """In work as the office defines it; whoever works without told hours does for one."""
        if answer["status"] == "subsidised_work" and not self.office["subsidised_counts"]:
            return False
        minutes = answer["weekly_minutes"] or 60
        return answer["status"] in WORK and minutes >= self.office["work_least_minutes"]

    def exits(self) -> list[tuple[str, str, date]]:
        """Person, scheme and day of every end after which nobody was paired within three months."""
        stays: dict[tuple[str, str], list[tuple[date, date | None]]] = defaultdict(list)
        waiting = set()
        roles = {row["id"]: row for row in self["newcomers"]}
        for row in self["pairings"]:
            if self.by_now(row["agreed_on"]) and row["newcomer_id"] in roles:
                person = self.person_of[row["newcomer_id"]]
                ended = day(row["ended_on"]) if self.by_now(row["ended_on"]) else None
                stays[person, row["scheme_id"]].append((day(row["agreed_on"]), ended))
                if self.status(roles[row["newcomer_id"]]) in ("ready", "waiting"):
                    waiting.add(person)
        found = []
        for (person, scheme), own in stays.items():
            for _agreed, ended in own:
                if ended is None:
                    continue
                goes_on = later(ended, 3)
                if any(
                    other_end is None or other_end > ended
                    for other, other_end in own
                    if other <= goes_on
                ):
                    continue
                last = all(other <= ended for other, _end in own)
                if last and person in waiting and self.until <= goes_on:
                    continue
                found.append((person, scheme, ended))
        return sorted(set(found), key=lambda one: (one[2], one[0], one[1]))

    def answers(self) -> dict[tuple[str, str, str, str], Row]:
        return {
            (row["person_id"], row["scheme_id"], row["exit_on"], row["point"]): row
            for row in self["outcomes"]
            if self.by_now(row["asked_on"])
        }


def share(found: Iterable[bool]) -> tuple[int, int]:
    every = list(found)
    return sum(every), len(every)


def page(book: Book) -> Figures:
    """The first page of the quarterly report and of the yearly."""
    met, pairings = book.met(), book["pairings"]
    held = [row for rows in met.values() for row in rows if book.within(row["held_on"])]
    ended = [row for row in pairings if book.within(row["ended_on"])]
    early = [row for row in ended if row["status"] == "ended_early"]
    waits = [
        (book.until - day(row["registered_on"])).days
        for row in book["newcomers"]
        if book.status(row) in ("ready", "waiting")
    ]
    running = [row for row in pairings if book.runs(row)]
    old = [row for row in running if day(row["agreed_on"]) <= book.until - MONTH]
    decided = [row for row in book["proposals"] if book.within(row["decided_on"])]
    return {
        "new_mentors": sum(book.within(row["registered_on"]) for row in book["mentors"]),
        "new_newcomers": sum(book.within(row["registered_on"]) for row in book["newcomers"]),
        "mentors_approved": sum(book.status(row) == "approved" for row in book["mentors"]),
        "newcomers_waiting": len(waits),
        "median_wait_days": round(median(waits)) if waits else None,
        "longest_wait_days": max(waits, default=None),
        "proposals_answered": share(
            row["status"] == "accepted"
            for row in decided
            if row["status"] in ("accepted", "declined")
        ),
        "pairings_started": sum(book.within(row["agreed_on"]) for row in pairings),
        "pairings_running": len(running),
        "pairings_completed": sum(row["status"] == "completed" for row in ended),
        "pairings_ended_early": len(early),
        "end_reasons": dict(Counter(row["end_reason"] for row in early if row["end_reason"])),
        "end_initiators": dict(
            Counter(row["end_initiator"] for row in early if row["end_initiator"])
        ),
        "first_meeting_in_time": share(
            bool(met[row["id"]])
            and day(met[row["id"]][0]["held_on"]) <= day(row["agreed_on"]) + MONTH
            for row in pairings
            if book.first <= day(row["agreed_on"]) + MONTH <= book.until
        ),
        "silent_pairs": share(
            not any(
                book.until - MONTH < day(one["held_on"]) <= book.until for one in met[row["id"]]
            )
            for row in old
        ),
        "meetings": len(held),
        "minutes": sum(row["minutes"] for row in held),
        "pairs_that_met": len({row["pairing_id"] for row in held}),
        "follow_ups_in_time": share(
            row["done_on"] is not None and day(row["done_on"]) <= day(row["due"]) + WEEK
            for row in book["follow_ups"]
            if book.first <= day(row["due"]) + WEEK <= book.until
        ),
    }


def outcomes(book: Book) -> Figures:
    exits, answers = book.exits(), book.answers()
    due = [
        (point, answers.get((person, scheme, ended.isoformat(), point)))
        for person, scheme, ended in exits
        for point, months in POINTS.items()
        if book.first <= later(ended, months) <= book.until
    ]
    told = [(point, answer) for point, answer in due if answer is not None]
    known = [(point, answer) for point, answer in told if answer["status"] not in NOT_KNOWN]
    year = [answer for point, answer in known if point == "year_1"]
    working = sum(book.works(answer) for answer in year)
    studying = sum(answer["status"] == "education" for answer in year)
    of_all = sum(point == "year_1" for point, _answer in due)
    return {
        "exits": sum(book.within(ended.isoformat()) for _person, _scheme, ended in exits),
        "asked": (len(told), len(due)),
        "known": (len(known), len(due)),
        "after_a_year_of_known": (working, len(year)),
        "after_a_year_of_ended": (working, of_all),
        "educated_after_a_year": (working + studying, len(year)),
        "relevant": share(
            answer["relevance"] == "relevant"
            for _point, answer in told
            if answer["status"] in WORK and answer["relevance"] != "not_asked"
        ),
        "withdrawn": 0,
        **{f"days_to_{name}": wait for name, wait in waits(book).items()},
        "at_exit": dict(Counter(answer["status"] for point, answer in told if point == "exit")),
    }


def waits(book: Book, year: int | None = None) -> Figures:
    """Median days from registration to the first of each, and of how many of those registered."""
    firsts: dict[str, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for pairing, rows in book.met().items():
        person = book.person_of[book.pairing[pairing]["newcomer_id"]]
        firsts["meeting"][person] += [day(row["held_on"]) for row in rows]
    for row in book["placements"]:
        firsts["placement"][row["person_id"]].append(day(row["started_on"]))
        if row["end"] == "job":
            firsts["job"][row["person_id"]].append(day(row["ended_on"]))
    for key, answer in book.answers().items():
        if book.works(answer):
            firsts["job"][key[0]].append(day(answer["asked_on"]))
    registered = [
        row
        for row in book["newcomers"]
        if book.by_now(row["registered_on"]) and year in (None, day(row["registered_on"]).year)
    ]
    found = {}
    for name in ("meeting", "placement", "job"):
        days = []
        for row in registered:
            reached = [one for one in firsts[name][row["person_id"]] if one <= book.until]
            if reached and min(reached) >= day(row["registered_on"]):
                days.append((min(reached) - day(row["registered_on"])).days)
        found[name] = (round(median(days)) if days else None, len(days))
    return found


def cohorts(book: Book, scheme: str | None = None) -> dict[int, tuple[int, Figures]]:
    """Year of ending -> how many, and by point (in work, known, reached); each person once."""
    last: dict[tuple[int, str], tuple[str, str, date]] = {}
    for one in book.exits():
        if scheme in (None, one[1]):
            held = last.get((one[2].year, one[0]))
            if held is None or (held[2], held[1]) < (one[2], one[1]):
                last[one[2].year, one[0]] = one
    answers, found = book.answers(), {}
    for year in sorted({year for year, _person in last}):
        own = [one for (at, _person), one in last.items() if at == year]
        points = {}
        for point, months in POINTS.items():
            reached = [one for one in own if later(one[2], months) <= book.until]
            told = [answers.get((who, where, on.isoformat(), point)) for who, where, on in reached]
            known = [one for one in told if one is not None and one["status"] not in NOT_KNOWN]
            if reached:
                points[point] = (sum(map(book.works, known)), len(known), len(reached))
        found[year] = len(own), points
    return found


def mean(values: Iterable[float]) -> tuple[float | None, int]:
    every = list(values)
    return (fmean(every) if every else None), len(every)


def items(text: str | None) -> list[str]:
    found: list[str] = json.loads(text or "[]")
    return found
