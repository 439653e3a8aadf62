"""The record of processing (GDPR article 30) and the privacy notice (articles 13 and 14).

Both are made from the list of what the program keeps and from the office's own periods, so that
they say what is true today.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from mentorapp.domain.accounts import Account, Right, Role
from mentorapp.domain.backup_rules import OLDEST
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis, possible_bases
from mentorapp.domain.office import Office
from mentorapp.domain.personal_data import PERSONAL, DataCategory
from mentorapp.domain.retention import RetentionKind
from mentorapp.operations import offices, retention
from mentorapp.operations.intention import asking
from mentorapp.reference.data_authorities import data_authorities
from mentorapp.storage import records, scopes
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.fields import FIELDS
from mentorapp.words.labels import label
from mentorapp.words.retention import COUNTED_FROM, say_months

_MONTH = 30


@asking(Right.RETENTION)
def processing_record(tx: Transaction, words: Words, today: date) -> bytes:
    """What is processed, why, about whom, for how long and how it is kept safe, as PDF."""
    from mentorapp.reports.privacy_paper import PrivacyPaper, Section, privacy_paper

    office, _ = offices.read(tx), words.text
    heads = (_("What"), _("How it is"))
    periods = retention.periods(tx)
    values = PrivacyPaper(
        _("Record of processing"),
        f"{office.name} · {words.date(today)}",
        (
            Section(
                _("Who answers for it"),
                (),
                heads,
                (
                    (_("Office"), ", ".join(filter(None, (office.name, office.municipality)))),
                    (_("Reached at"), _reached(office)),
                    (_("Data protection officer"), _officer(tx, words)),
                ),
            ),
            Section(
                _("Purposes"),
                (
                    _("People who came to the country meet volunteers; the office pairs them."),
                    _("The basis is noted for each person and purpose, with its day."),
                ),
                (_("Purpose"), _("Basis")),
                tuple(_bases(tx, words)),
            ),
            Section(_("Of whom"), (_whom(words),)),
            Section(
                _("What is kept"),
                (_never(words),),
                (_("Category"), _("Fields")),
                _categories(words),
            ),
            Section(
                _("How long"),
                (),
                (_("What"), _("Kept for")),
                _how_long(words, periods),
            ),
            Section(_("Who receives it"), (_receivers(words),)),
            Section(_("How it is kept safe"), _safe(tx, words)),
        ),
    )
    return privacy_paper(values, office, words)


@asking(Right.RETENTION)
def privacy_notice(tx: Transaction, words: Words, today: date) -> bytes:
    """For mentors and newcomers, in plain words, as PDF."""
    from mentorapp.reports.privacy_paper import PrivacyPaper, Section, privacy_paper

    office, _ = offices.read(tx), words.text
    authority = data_authorities().get(office.country, "")
    rights = [
        _("You may see what we have about you, and have it corrected."),
        _("You may ask us to erase you. What you agreed to you may take back at any time."),
        _("Tell us: %(reached)s.") % {"reached": _reached(office)},
    ]
    if authority:
        rights.append(_("You may complain to %(authority)s.") % {"authority": authority})
    values = PrivacyPaper(
        _("How we look after what you tell us"),
        f"{office.name} · {words.date(today)}",
        (
            Section(
                _("Why we ask"),
                (
                    _("We ask so that we can find somebody who suits you, and see how it goes."),
                    _("We may do so because you agreed, or because it is the office’s task."),
                    _("We count how many people meet. Nobody can be recognised in these figures."),
                ),
            ),
            Section(_("What we keep"), (_never(words),), ("", ""), ()),
            Section(
                _("Who sees it"),
                (
                    _(
                        "The coordinators of this office. The other half of your pair is told "
                        "what you have said may be told."
                    ),
                    _("A protected address is never told to anybody."),
                ),
            ),
            Section(
                _("How long we keep it"),
                (),
                (_("What"), _("Kept for")),
                _how_long(words, retention.periods(tx)),
            ),
            Section(_("Your rights"), tuple(rights)),
        ),
    )
    return privacy_paper(values, office, words)


def _reached(office: Office) -> str:
    return ", ".join(filter(None, (office.address, office.phone, office.email))) or office.name


def _officer(tx: Transaction, words: Words) -> str:
    names = [
        one.name
        for one in records.find(tx, Account, closed_on=None)
        if Role.PROTECTION_OFFICER in one.roles
    ]
    return ", ".join(sorted(names)) or words.text("that of the municipality")


def _bases(tx: Transaction, words: Words) -> Iterator[tuple[str, str]]:
    """What each purpose rests on here; what it may rest on where nothing is noted yet."""
    _ = words.text
    with scopes.whole(tx):  # it names nobody
        noted = {
            (one.purpose, one.basis)
            for one in records.find(tx, Consent)
            if one.withdrawn_on is None
        }
    for purpose in ConsentPurpose:
        own = [basis for basis in LegalBasis if (purpose, basis) in noted]
        told = ", ".join(label(words, one) for one in own or possible_bases(purpose))
        said = told if own else _("not noted for anybody; possible: %(bases)s") % {"bases": told}
        yield label(words, purpose), said


def _whom(words: Words) -> str:
    return words.text(
        "Mentors, newcomers, those who live with them, contact persons of organisations and "
        "services, and the coordinators who log what they do."
    )


def _never(words: Words) -> str:
    return words.text(
        "The program has no field for national identity numbers, health, religion or origin. Of a "
        "police certificate it is noted who saw it and when, never what stands in it."
    )


def _receivers(words: Words) -> str:
    return words.text(
        "The other half of a pair gets what the person has agreed to share. Other offices get "
        "lists without names. Managers get figures in which small numbers are hidden. Nothing is "
        "sent to another country or to the makers of the program."
    )


def _safe(tx: Transaction, words: Words) -> tuple[str, ...]:
    """Whoever has an account came in with a passphrase: the file of such an office is encrypted."""
    _ = words.text
    return (
        _(
            "The office is one file on the office’s own computer. It is encrypted, and everybody "
            "who works with it comes in with a passphrase of their own."
        )
        if records.find(tx, Account)
        else _(
            "The office is one file on the office’s own computer. It is not encrypted: whoever "
            "gets hold of the file can read it."
        ),
        _(
            "Who changed, printed or exported something is logged. Backups are checked and erased "
            "people stay erased in them."
        ),
    )


def _categories(words: Words) -> tuple[tuple[str, str], ...]:
    """Each category with its fields, by the names that the forms have for them."""
    named: dict[DataCategory, list[str]] = defaultdict(list)
    for kind, kept in PERSONAL.items():
        for one in fields(kind):
            text = words.text(FIELDS[one.name]) if one.name in FIELDS else ""
            if text and not one.name.endswith("_id") and text not in named[kept.category]:
                named[kept.category].append(text)
    return tuple((label(words, one), ", ".join(named[one])) for one in DataCategory if named[one])


def _how_long(words: Words, periods: dict[RetentionKind, int]) -> tuple[tuple[str, str], ...]:
    _ = words.text
    return (
        *(
            (
                label(words, kind),
                _("%(period)s, from %(day)s")
                % {"period": say_months(words, months), "day": _(COUNTED_FROM[kind])},
            )
            for kind, months in periods.items()
        ),
        (_("Backups"), say_months(words, OLDEST.days // _MONTH)),
    )
