"""Questionnaires on paper: asked at start, midway and end, typed in per pairing and person.

Few questions, each with a source. They are the same at start, midway and end where a change is to
show. Not asked here, because the office knows it from elsewhere: how often and how long the two met
(slips), and whether somebody works or studies (outcomes). Whom one can ask and how often one speaks
the language are kept as the network's questions (``networks``), which are asked on this paper too.
Nothing is asked about health, religion or origin.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.networks import MOST_PEOPLE, NetworkStage
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.records import Record
from mentorapp.domain.text import NOTE_LIMIT, check_length

#: The key of what was written by hand below the questions.
OWN_WORDS = "told"


class Moment(StrEnum):
    """When in the course of a pair it is asked; the same questions, so that a change shows."""

    START = "start"
    MIDWAY = "midway"
    CLOSING = "closing"


#: The letter that is the page of each moment, and the other way round.
PAGES: Mapping[Moment, LetterKind] = MappingProxyType(
    {
        Moment.START: LetterKind.QUESTIONS_START,
        Moment.MIDWAY: LetterKind.QUESTIONS_MIDWAY,
        Moment.CLOSING: LetterKind.QUESTIONS_CLOSING,
    }
)
MOMENTS: Mapping[LetterKind, Moment] = MappingProxyType(
    {page: moment for moment, page in PAGES.items()}
)


class Respondent(StrEnum):
    """Which half of the pair answers."""

    MENTOR = "mentor"
    NEWCOMER = "newcomer"


class Scale(StrEnum):
    """How it is answered: the numbers that are printed beside the boxes, and typed."""

    YES_NO = "yes_no"
    YES_NO_NOT_NEEDED = "yes_no_not_needed"
    FIT = "fit"
    AMOUNT = "amount"
    DEGREE = "degree"
    GRADE = "grade"
    DAYS = "days"
    NUMBER = "number"

    @property
    def steps(self) -> range:
        """Every answer there is. Only NUMBER has none to tick: it is written in digits."""
        return _STEPS[self]

    @property
    def has_mean(self) -> bool:
        """Whether the distances between the answers mean something."""
        return self in (Scale.DEGREE, Scale.GRADE, Scale.DAYS, Scale.NUMBER)


_STEPS = {
    Scale.YES_NO: range(1, 3),
    Scale.YES_NO_NOT_NEEDED: range(1, 4),
    Scale.FIT: range(1, 4),
    Scale.AMOUNT: range(1, 4),
    Scale.DEGREE: range(5),
    Scale.GRADE: range(1, 6),
    Scale.DAYS: range(8),
    Scale.NUMBER: range(MOST_PEOPLE + 1),
}
#: The answer "no" of the scales that have one.
NO = 2


class Item(StrEnum):
    """One question of a questionnaire; what it is in words stands in ``words/questionnaires``."""

    LANGUAGE_DAYS = "language_days"
    PEOPLE_TO_ASK = "people_to_ask"
    OWN_GOAL = "own_goal"
    FIT = "fit"
    ROLES = "roles"
    INTERPRETER = "interpreter"
    SUPPORT = "support"
    LANGUAGE_BETTER = "language_better"
    RECOMMEND = "recommend"
    CALL_ME = "call_me"


#: Kept as an answer about the network, wherever it was asked.
OF_NETWORK = (Item.LANGUAGE_DAYS, Item.PEOPLE_TO_ASK)
STAGES: Mapping[Moment, NetworkStage] = MappingProxyType(
    dict(zip(Moment, NetworkStage, strict=True))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who is asked a question when and how; ``low`` are the answers that call for a follow-up.

    ``low_from`` is the first moment at which they do: nobody has come far with a goal at the start.
    """

    item: Item
    scale: Scale
    of: frozenset[Respondent]
    at: frozenset[Moment]
    low: frozenset[int] = frozenset()
    low_from: Moment = Moment.START

    def is_low(self, moment: Moment, answer: int) -> bool:
        """Big Brothers Big Sisters' Strength of Relationship: step in where an answer is low."""
        order = list(Moment)
        return answer in self.low and order.index(moment) >= order.index(self.low_from)


_BOTH = frozenset(Respondent)
_NEWCOMER = frozenset({Respondent.NEWCOMER})
_ALWAYS = frozenset(Moment)
_FIRST = frozenset({Moment.START})
_LATER = frozenset({Moment.MIDWAY, Moment.CLOSING})

#: In the order of the paper. The sources: Kompis Sverige (language in use is the measure of
#: effect); LG Insight 2019 on Danish buddies (91 % a stronger network, 84 % better at the language,
#: 96 % go on); IMDi's guide to mentor schemes (the participant's own goal first, training and
#: follow-up of mentors); Together (does the match fit, after one month and three); NTNU 2012 (an
#: interpreter in one meeting of ten, roles misunderstood); Big Brothers Big Sisters (support of the
#: match). ``CALL_ME`` is the box of the slips, for whoever never writes or calls by himself.
ASKED: tuple[Asked, ...] = (
    Asked(
        item=Item.LANGUAGE_DAYS,
        scale=Scale.DAYS,
        of=_NEWCOMER,
        at=_ALWAYS,
        low=frozenset({0}),
        low_from=Moment.MIDWAY,
    ),
    Asked(
        item=Item.PEOPLE_TO_ASK,
        scale=Scale.NUMBER,
        of=_NEWCOMER,
        at=_ALWAYS,
        low=frozenset({0}),
        low_from=Moment.MIDWAY,
    ),
    Asked(
        item=Item.OWN_GOAL,
        scale=Scale.DEGREE,
        of=_NEWCOMER,
        at=_ALWAYS,
        low=frozenset({0}),
        low_from=Moment.MIDWAY,
    ),
    Asked(item=Item.FIT, scale=Scale.FIT, of=_BOTH, at=_ALWAYS, low=frozenset({3})),
    Asked(item=Item.ROLES, scale=Scale.YES_NO, of=_BOTH, at=_FIRST, low=frozenset({NO})),
    Asked(
        item=Item.INTERPRETER,
        scale=Scale.YES_NO_NOT_NEEDED,
        of=_BOTH,
        at=_FIRST,
        low=frozenset({NO}),
    ),
    Asked(item=Item.SUPPORT, scale=Scale.GRADE, of=_BOTH, at=_ALWAYS, low=frozenset({1, 2})),
    Asked(
        item=Item.LANGUAGE_BETTER,
        scale=Scale.AMOUNT,
        of=_NEWCOMER,
        at=_LATER,
        low=frozenset({1}),
    ),
    Asked(item=Item.RECOMMEND, scale=Scale.YES_NO, of=_BOTH, at=_LATER, low=frozenset({NO})),
    Asked(item=Item.CALL_ME, scale=Scale.YES_NO, of=_BOTH, at=_ALWAYS, low=frozenset({1})),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire(Record):
    """What one half answered. ``answers`` has a number for each question that was answered (its
    place on the scale, or hours), ``own_words`` what was written by hand.

    As it is stored, ``answers`` lacks those of the network.
    """

    pairing_id: UUID
    person_id: UUID
    moment: Moment
    answered_on: date
    answers: Mapping[str, int] = field(default_factory=dict)
    own_words: Mapping[str, str] = field(default_factory=dict)
    typed_by: str = ""


@dataclass(eq=False)
class AlreadyAnswered(Refused):
    """Each half answers once at each moment; this one did on ``answered_on``."""

    number: int
    answered_on: date


@dataclass(eq=False)
class NotOfThePair(Refused):
    """The person is neither the mentor nor the newcomer of the pairing."""

    number: int


def asked(respondent: Respondent, moment: Moment) -> tuple[Asked, ...]:
    """The questions on one paper, in their order."""
    return tuple(one for one in ASKED if respondent in one.of and moment in one.at)


def all_asked(respondent: Respondent) -> tuple[Asked, ...]:
    """Every question to that half, at whatever moment."""
    return tuple(one for one in ASKED if respondent in one.of)


def low_items(
    respondent: Respondent, moment: Moment, answers: Mapping[str, int]
) -> tuple[Item, ...]:
    """Those of the questions whose answer calls for a follow-up."""
    return tuple(
        one.item
        for one in asked(respondent, moment)
        if one.item in answers and one.is_low(moment, answers[one.item])
    )


def check_questionnaire(
    questionnaire: Questionnaire, respondent: Respondent, pairing: Pairing, today: date
) -> None:
    """Raise InvalidField at the first answer that cannot be right; one at least is needed."""
    day = questionnaire.answered_on
    if day > today:
        raise InvalidField("answered_on", Problem.IN_FUTURE, day.isoformat())
    if day < pairing.agreed_on:
        raise InvalidField("answered_on", Problem.BEFORE_START, day.isoformat())
    questions = {one.item.value: one for one in asked(respondent, questionnaire.moment)}
    for key, answer in questionnaire.answers.items():
        if key not in questions:
            raise InvalidField("questions", Problem.UNKNOWN_VALUE, key)
        steps = questions[key].scale.steps
        if answer not in steps:
            raise InvalidField(
                f"item.{key}", Problem.OUT_OF_RANGE, str(answer), f"{steps[0]}–{steps[-1]}"
            )
    for key, text in questionnaire.own_words.items():
        if key != OWN_WORDS:
            raise InvalidField("questions", Problem.UNKNOWN_VALUE, key)
        check_length(f"answer.{key}", text, NOTE_LIMIT)
    if not questionnaire.answers and not any(map(str.strip, questionnaire.own_words.values())):
        raise InvalidField("questions", Problem.MISSING)
