"""What the log is told of a letter that is printed or saved once more."""

from PySide6.QtCore import QObject

from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.operations.papers_out import Paper
from mentorapp.words import Words
from ui.letters.due_list import letter_name
from ui.widgets.paper_trail import PaperTrail
from ui.work import Worker


def trail_of(letter: LetterIssued, worker: Worker, asker: QObject, words: Words) -> PaperTrail:
    """Its name, and the pair or whom else it is about."""
    about = (
        (Pairing, letter.pairing_id),
        (Person, letter.person_id),
        (Organisation, letter.organisation_id),
    )
    what = letter_name(words, letter.kind)
    for kind, record_id in about:
        if record_id is not None:
            return PaperTrail(worker, asker, Paper(what, kind, (record_id,)))
    return PaperTrail(worker, asker, Paper(what))
