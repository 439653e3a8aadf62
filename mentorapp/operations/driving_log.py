"""The driving log on paper: gather the values, make the page."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.pairings import Pairing
from mentorapp.domain.schemes import in_language
from mentorapp.operations import free_text, offices, pairings, practice_driving
from mentorapp.operations.practice_driving import DrivingFile
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.driving import say_share, say_totals
from mentorapp.words.fields import field_label


@dataclass(frozen=True, slots=True)
class DrivingLogValues:
    """What the page is made of, free of the database."""

    file: DrivingFile
    office: str
    today: date


def values(tx: Transaction, pairing_id: UUID, today: date) -> DrivingLogValues:
    """Raises NotADrivingPair."""
    file = practice_driving.read(tx, pairing_id, today)
    pair = pairings.both(tx, records.get(tx, Pairing, pairing_id))
    file = replace(file, practice=free_text.told(tx, file.practice, *pair))
    return DrivingLogValues(file, offices.read(tx).name, today)


def pdf(gathered: DrivingLogValues, words: Words) -> bytes:
    """One page in the language of ``words``; touches no database."""
    from mentorapp.reports.driving_log import DriveLine, DrivingLog, driving_log

    file, kept = gathered.file, gathered.file.practice
    scheme = file.row.scheme
    facts = [(field_label(words, "car"), kept.car)]
    if kept.permit_from or kept.permit_to:
        permit = " – ".join(words.date(day) for day in (kept.permit_from, kept.permit_to))
        facts.append((words.text("Learner’s permit"), permit))
    facts += [
        (field_label(words, name), words.date(getattr(kept, name)))
        for name in ("companion_licence_since", "theory_passed_on", "test_passed_on")
        if getattr(kept, name)
    ]
    log = DrivingLog(
        pairing_number=file.row.number,
        learner=file.row.newcomer_name,
        companion=file.row.mentor_name,
        learner_title=_capital(in_language(scheme.newcomer_titles, words.language)),
        companion_title=_capital(in_language(scheme.mentor_titles, words.language)),
        facts=facts,
        drives=[
            DriveLine(
                one.meeting.held_on,
                one.meeting.minutes,
                one.session.kilometres,
                one.session.conditions,
            )
            for one in reversed(file.drives)
        ],
        totals=[
            line for line in (say_totals(words, file.totals), say_share(words, file.totals)) if line
        ],
        office=gathered.office,
        printed_on=gathered.today,
    )
    return driving_log(log, words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
