"""The office: whose letterhead, whose coordinators."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mentorapp.domain.contact_details import check_email, check_phone
from mentorapp.domain.districts import check_districts
from mentorapp.domain.envelopes import Area, Cover, Envelope, always_seen, check_own_window, covers
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length

#: Lines that fit beside the number of the page.
FOOTER_LINES = 2
#: Counts of one or two name people whatever the office thinks; who hides more than these sees none.
LEAST_SHOWN, _MOST_HIDDEN = 3, 20
#: A definition of "in work" beyond full time would leave nobody in it.
_MOST_MINUTES = 40 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """One row. ``letterhead`` is the lines on top of a letter, ``signature`` those under it.

    ``language`` is that of the office's own papers (nb, nn, da, en), ``coordinators`` the names to
    choose from, the first being the usual one. ``districts`` are the office's own, name to postal
    codes (see ``districts``). ``committee`` is whom the reports to managers are addressed to.
    ``work_least_minutes`` a week make somebody "in work", ``subsidised_counts`` says whether work
    on a wage subsidy does: chosen once, printed wherever the figure stands (official statistics
    count one paid hour in the week of reference). ``is_example`` marks the office to play with.
    ``own_window`` is measured where ``envelope`` is OWN: see ``envelopes.OWN_MEASURES``. Counts of
    persons below ``least_shown`` are hidden in reports. ``letters_off`` are the kinds of letters
    that the office never sends.
    """

    name: str = ""
    municipality: str = ""
    address: str = ""
    postal_code: str = ""
    country: str = "NO"
    phone: str = ""
    email: str = ""
    language: str = "nb"
    letterhead: str = ""
    coordinators: tuple[str, ...] = ()
    signature: str = ""
    yellow_days: int = 14
    red_days: int = 30
    first_meeting_days: int = 14
    certificate_warning_days: int = 60
    districts: Mapping[str, str] = field(default_factory=dict)
    committee: str = ""
    work_least_minutes: int = 60
    subsidised_counts: bool = True
    is_example: bool = False
    letter_footer: str = ""
    envelope: Envelope = Envelope.NORWEGIAN
    own_window: Mapping[str, int] = field(default_factory=dict)
    double_sided: bool = False
    least_shown: int = 5
    letters_off: frozenset[str] = frozenset()

    @property
    def covers(self) -> tuple[Cover, ...]:
        """The envelopes its letters go into."""
        return covers(self.envelope, self.own_window)

    @property
    def address_area(self) -> Area:
        """Where on the sheet an address is read through each of them, however the sheet lies."""
        return always_seen(self.covers)

    @property
    def letter_language(self) -> LetterLanguage:
        """What a person is written to in until a wish is known."""
        own = self.language in set(LetterLanguage)
        return LetterLanguage(self.language) if own else LetterLanguage.NB


def check_office(office: Office) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    for name in ("name", "municipality", "signature"):
        check_length(name, getattr(office, name), NAME_LIMIT)
    for name in ("letterhead", "address"):
        check_length(name, getattr(office, name), 500)
    check_phone("phone", office.phone)
    check_email("email", office.email)
    check_districts(office.districts)
    for name, least in (
        ("yellow_days", 1),
        ("red_days", office.yellow_days),
        ("first_meeting_days", 1),
        ("certificate_warning_days", 1),
    ):
        if not least <= getattr(office, name) <= 365:
            limit = f"{least}–365"
            raise InvalidField(name, Problem.OUT_OF_RANGE, str(getattr(office, name)), limit)
    if not 1 <= office.work_least_minutes <= _MOST_MINUTES:
        hours = f"{office.work_least_minutes / 60:g}"
        raise InvalidField("work_least_minutes", Problem.OUT_OF_RANGE, hours)
    _check_papers(office)


def _check_papers(office: Office) -> None:
    check_length("letter_footer", office.letter_footer, NAME_LIMIT)
    if len(office.letter_footer.strip().splitlines()) > FOOTER_LINES:
        raise InvalidField("letter_footer", Problem.TOO_MANY_LINES, limit=str(FOOTER_LINES))
    if office.envelope is Envelope.OWN:
        check_own_window(office.own_window)
    if not LEAST_SHOWN <= office.least_shown <= _MOST_HIDDEN:
        limit = f"{LEAST_SHOWN}–{_MOST_HIDDEN}"
        raise InvalidField("least_shown", Problem.OUT_OF_RANGE, str(office.least_shown), limit)
    for kind in sorted(office.letters_off):
        if kind not in set(LetterKind):
            raise InvalidField("letters_off", Problem.UNKNOWN_VALUE, kind)


def missing_for_letters(office: Office) -> tuple[str, ...]:
    """The fields without which a letter does not tell whom to call; empty for an office in order.

    A letterhead of one's own stands where the address would, so that either will do.
    """
    there = {
        "name": office.name,
        "address": office.letterhead or office.address,
        "phone": office.phone,
        "coordinators": "".join(office.coordinators),
    }
    return tuple(field for field, text in there.items() if not text.strip())
