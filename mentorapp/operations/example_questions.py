"""What the buddies of the example office answered on paper, and the evaluation made of it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Span
from mentorapp.domain.questionnaires import OWN_WORDS, Moment, Questionnaire, Respondent
from mentorapp.operations import (
    evaluation,
    follow_up,
    pairings,
    questionnaire_papers,
    questionnaires,
    schemes,
)
from mentorapp.operations.pairings import PairingRow
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

_DAY = timedelta(days=1)
_SCHEME = "buddy"
_FIRST, _MIDDLE = 20 * _DAY, 120 * _DAY
#: One in so many pages of those at the end never comes back.
_LOST = 7
_ASKED_NEWCOMERS = ("own_goal", "fit", "support", "language_better", "recommend")
#: At the start, midway, at the end; 0 is not asked yet.
_NEWCOMERS = (
    ((0, 1, 4, 0, 0), (2, 1, 4, 2, 1), (3, 1, 5, 3, 1)),
    ((1, 1, 5, 0, 0), (2, 1, 4, 3, 1), (4, 1, 5, 3, 1)),
    ((0, 2, 3, 0, 0), (1, 1, 4, 2, 1), (2, 1, 4, 2, 1)),
    ((0, 2, 4, 0, 0), (0, 2, 3, 2, 2), (1, 1, 4, 2, 1)),
    ((2, 1, 5, 0, 0), (3, 1, 5, 3, 1), (3, 1, 5, 3, 1)),
    ((1, 1, 4, 0, 0), (1, 3, 2, 1, 2), (2, 2, 3, 2, 2)),
)
_ASKED_MENTORS = ("fit", "support", "recommend")
_MENTORS = (
    ((1, 4, 0), (1, 4, 1), (1, 5, 1)),
    ((1, 5, 0), (1, 5, 1), (1, 5, 1)),
    ((2, 3, 0), (1, 4, 1), (1, 4, 1)),
    ((2, 4, 0), (2, 3, 1), (2, 4, 2)),
)
_SAID = (
    "Vi lager mat sammen hver uke.",
    "",
    "Det er langt med buss.",
    "",
    "",
    "Takk for hjelpen!",
)
_FIRST_ONLY = ({"roles": 1, "interpreter": 3}, {"roles": 1, "interpreter": 1})


def fill(tx: Transaction, today: date) -> None:
    """Pages of every buddy that has ended, of some that run, and one with a low answer of late."""
    rows = [
        row
        for row in pairings.rows(tx, today)
        if row.scheme.key == _SCHEME and row.meetings and row.protection is Protection.NONE
    ]
    words = Words("nb")
    running = [row for row in rows if row.status is PairingStatus.ACTIVE]
    for at, row in enumerate([row for row in rows if row.ended_on] + running[2:]):
        for moment, day in _days(row, today).items():
            for who in Respondent:
                if moment is Moment.CLOSING and (at + (who is Respondent.MENTOR)) % _LOST == 0:
                    continue
                _answer(tx, row, at, who, moment, day, words)
    if running:
        low = {"fit": 3, "support": 2, "roles": 2, "interpreter": 3, "call_me": 1}
        page = _page(running[0], Respondent.MENTOR, Moment.START, today - 2 * _DAY, low, "")
        questionnaires.save(tx, page, today, words)


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """The evaluation of the last three years, and the pages of a pair as they are given out."""
    scheme = schemes.find(tx, _SCHEME)
    period = Span(date(today.year - 2, 1, 1), today)
    pairs = [
        row
        for row in pairings.rows(tx, today)
        if row.scheme.key == _SCHEME and row.status is PairingStatus.ACTIVE
    ]
    found = {
        "evaluation-buddies": evaluation.evaluation_report(tx, scheme.id, period, today, words)
    }
    if pairs:
        pages = questionnaire_papers.gather(tx, pairs[0].id, today, Moment.MIDWAY)
        found["questions-midway"] = questionnaire_papers.pages_pdf(pages)
    return found


def _days(row: PairingRow, today: date) -> dict[Moment, date]:
    """Until today, or until the pair ended."""
    last = row.ended_on or today
    days = {Moment.START: row.agreed_on + _FIRST, Moment.MIDWAY: row.agreed_on + _MIDDLE}
    if row.ended_on is not None:
        days[Moment.CLOSING] = row.ended_on
    return {moment: day for moment, day in days.items() if day <= last}


def _answer(
    tx: Transaction,
    row: PairingRow,
    at: int,
    who: Respondent,
    moment: Moment,
    day: date,
    words: Words,
) -> None:
    when = list(Moment).index(moment)
    of_newcomer = who is Respondent.NEWCOMER
    courses: Sequence[Sequence[Sequence[int]]] = _NEWCOMERS if of_newcomer else _MENTORS
    told = courses[at % len(courses)]
    names = _ASKED_NEWCOMERS if of_newcomer else _ASKED_MENTORS
    answers = {
        name: number
        for name, number in zip(names, told[when], strict=True)
        if number or name == "own_goal"
    }
    if moment is Moment.START:
        answers |= _FIRST_ONLY[at % len(_FIRST_ONLY)]
    said = _SAID[(at + when) % len(_SAID)]
    saved = questionnaires.save(tx, _page(row, who, moment, day, answers, said), day, words)
    if saved.follow_up is not None:  # long ago: somebody called
        follow_up.done(tx, saved.follow_up.id, saved.follow_up.due)


def _page(
    row: PairingRow,
    who: Respondent,
    moment: Moment,
    day: date,
    answers: Mapping[str, int],
    said: str,
) -> Questionnaire:
    mentors = who is Respondent.MENTOR
    return Questionnaire(
        pairing_id=row.id,
        person_id=row.mentor_person_id if mentors else row.newcomer_person_id,
        moment=moment,
        answered_on=day,
        answers=answers,
        own_words={OWN_WORDS: said} if said else {},
    )
