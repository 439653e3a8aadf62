"""The user's word for letters and what else is printed; see ``labels``."""

from enum import Enum

from mentorapp.domain.envelopes import Envelope
from mentorapp.domain.letter_texts import OtherText
from mentorapp.domain.letters import LetterKind, Reader
from mentorapp.domain.office_pictures import PictureUse
from mentorapp.domain.questionnaires import Moment, Respondent
from mentorapp.words import N_

LETTER_LABELS: tuple[tuple[Enum, str], ...] = (
    (LetterKind.REGISTRATION, N_("confirmation of registration")),
    (LetterKind.WAITING, N_("letter about the waiting list")),
    (LetterKind.CONSENT, N_("consent form")),
    (LetterKind.CONFIDENTIALITY, N_("confidentiality declaration")),
    (LetterKind.CERTIFICATE_PURPOSE, N_("confirmation of purpose for the police certificate")),
    (LetterKind.PAIRING_MENTOR, N_("pairing letter to the mentor")),
    (LetterKind.PAIRING_NEWCOMER, N_("pairing letter to the newcomer")),
    (LetterKind.AGREEMENT, N_("mentor agreement")),
    (LetterKind.START_MEETING, N_("invitation to the start meeting")),
    (LetterKind.WHO_IS_WHO, N_("card “Who helps me with what”")),
    (LetterKind.SLIPS, N_("sheet of return slips")),
    (LetterKind.SLIP_REMINDER, N_("reminder to send slips")),
    (LetterKind.QUESTIONS_START, N_("questions at the start")),
    (LetterKind.QUESTIONS_MIDWAY, N_("questions midway")),
    (LetterKind.QUESTIONS_CLOSING, N_("questions at the end")),
    (LetterKind.CLOSING, N_("closing letter")),
    (LetterKind.THANKS, N_("thank-you letter")),
    (LetterKind.HOURS_CERTIFICATE, N_("certificate with hours")),
    (LetterKind.ORGANISATION_THANKS, N_("yearly thanks to an organisation")),
    (OtherText.EVENT_INVITATION, N_("invitation to an event")),
    (Reader.MENTOR, N_("mentor")),
    (Reader.NEWCOMER, N_("newcomer")),
    (Reader.ORGANISATION, N_("organisation")),
    (Moment.START, N_("at the start")),
    (Moment.MIDWAY, N_("midway")),
    (Moment.CLOSING, N_("at the end")),
    (Respondent.MENTOR, N_("mentor")),
    (Respondent.NEWCOMER, N_("newcomer")),
    (PictureUse.LOGO, N_("logo")),
    (PictureUse.SIGNATURE, N_("picture of the signature")),
    (Envelope.NORWEGIAN, N_("Norwegian window (C5, C6/5, E6/5)")),
    (Envelope.DANISH, N_("Danish window (C5, M65)")),
    (Envelope.OWN, N_("a window of one's own measures")),
)
