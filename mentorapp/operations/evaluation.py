"""Evaluation of a scheme: gather the values, make the page."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.evaluation import (
    Change,
    Distribution,
    Evaluation,
    GivenOut,
    Told,
    evaluate,
)
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.quarters import Period
from mentorapp.domain.questionnaires import MOMENTS, Respondent
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import offices, questionnaires
from mentorapp.operations.intention import counts_all
from mentorapp.operations.questionnaires_due import people_of
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words


@dataclass(frozen=True, slots=True)
class EvaluationValues:
    """What the report tells, free of the database."""

    office: Office
    scheme: Scheme
    period: Period
    figures: Evaluation
    today: date


@counts_all
def evaluation_values(
    tx: Transaction, scheme_id: UUID, period: Period, today: date
) -> EvaluationValues:
    """The answers in a scheme and a period. Raises QuarterNotBegun for one that has not begun."""
    if period.first > today:
        raise QuarterNotBegun(str(period))
    office = offices.read(tx)
    pairs = records.find(tx, Pairing, scheme_id=scheme_id)
    ids = [one.id for one in pairs]
    told = [
        Told(
            pairing_id=one.questionnaire.pairing_id,
            person_id=one.questionnaire.person_id,
            respondent=one.respondent,
            moment=one.questionnaire.moment,
            answered_on=one.questionnaire.answered_on,
            answers=one.answers,
        )
        for one in questionnaires.of_pairings(tx, ids)
    ]
    figures = evaluate(
        told, _given_out(tx, pairs), period.first, min(period.last, today), office.least_shown
    )
    return EvaluationValues(office, records.get(tx, Scheme, scheme_id), period, figures, today)


def evaluation_pdf(values: EvaluationValues, words: Words, since: tuple[str, ...] = ()) -> bytes:
    """The report as PDF, with what is different ``since`` it was printed; touches no database."""
    from mentorapp.reports.evaluation import evaluation_report

    return evaluation_report(
        values.figures, values.office, values.scheme, values.period, words, values.today, since
    )


@counts_all
def evaluation_report(
    tx: Transaction, scheme_id: UUID, period: Period, today: date, words: Words
) -> bytes:
    """Gather and make in one go, for the command line."""
    return evaluation_pdf(evaluation_values(tx, scheme_id, period, today), words)


def as_json(figures: Evaluation) -> dict[str, Any]:
    """Every figure by its name; what the page hides is null."""
    return {
        who.value: {
            "pages": {
                when.value: {"given_out": one.given, "answered": one.answered}
                for (whose, when), one in figures.back.items()
                if whose is who
            },
            "questions": {
                one.asked.item.value: {
                    **{when.value: _distribution(told) for when, told in one.at.items()},
                    "change": _change(one.change),
                }
                for one in figures.items[who]
            },
        }
        for who in Respondent
    }


def _distribution(told: Distribution) -> dict[str, Any]:
    return {
        "answered": told.people,
        "answers": {
            f"{low}" if low == high else f"{low}-{high}": count
            for (low, high), count in told.counts
        },
        "mean": None if told.mean is None else round(told.mean, 1),
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "persons": change.people,
        "better": change.better,
        "same": change.same,
        "worse": change.worse,
        "before": None if change.before is None else round(change.before, 1),
        "after": None if change.after is None else round(change.after, 1),
    }


def _given_out(tx: Transaction, pairs: list[Pairing]) -> list[GivenOut]:
    both = people_of(tx, pairs)
    issued = records.find(
        tx, LetterIssued, pairing_id=list(both), kind=list(MOMENTS), failed_on=None
    )
    return [
        GivenOut(
            pairing_id=one.pairing_id,
            person_id=one.person_id,
            respondent=list(Respondent)[both[one.pairing_id].index(one.person_id)],
            moment=MOMENTS[one.kind],
            printed_on=one.issued_at.astimezone().date(),
        )
        for one in sorted(issued, key=lambda one: one.issued_at)
        if one.pairing_id is not None and one.person_id in both[one.pairing_id]
    ]
