"""Invented letters and lines, to be printed."""

from dataclasses import replace
from datetime import datetime, timedelta

from benchmarks.crowd import TODAY, mentors, newcomers
from mentorapp.domain.follow_up import Severity, planned_follow_ups
from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations.registrations import Registration
from mentorapp.reports.follow_up import FollowUpLine
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letters import Half, PairingLetter

_GIVEN = (
    "محمد",
    "أحمد",
    "فاطمة",
    "عائشة",
    "يوسف",
    "ليلى",
    "خالد",
    "مريم",
    "عمر",
    "زينب",
    "حسن",
    "نور",
)
_FAMILY = (
    "الأحمد",
    "الحسن",
    "عبد الله",
    "السيد",
    "الخطيب",
    "حداد",
    "نجار",
    "منصور",
    "سليمان",
    "قاسم",
)

#: Everyday sentences with fields, as long as the letter to a newcomer is.
ARABIC = """# أهلاً بك، {newcomer_first_name}

لقد وجدنا لك مرشداً. اسم المرشد **{mentor_first_name}**. سوف تلتقيان لأول مرة في {start_place}
يوم {start_date} الساعة {start_time}. إذا لم تستطع الحضور فاتصل بنا من فضلك قبل الموعد.

## ماذا ستفعلان معاً؟

- تتحدثان باللغة النرويجية عن الحياة اليومية والعمل والمدرسة.
- تتعرف على المكان الذي تسكن فيه وعلى الناس الذين يعيشون فيه.
- تلتقيان {rhythm} لمدة ستة أشهر، حتى {planned_end}.

المرشد متطوع وليس موظفاً في البلدية. لا يستطيع أن يقرر شيئاً في قضيتك، لكنه يستطيع أن يساعدك في
فهم الرسائل وأن يخبرك إلى أين تذهب. كل ما تقوله له يبقى بينكما.

## هل لديك سؤال؟

اتصل بـ {coordinator_contact}. رقمك عندنا هو {pairing_number}. احتفظ بهذه الرسالة من فضلك.
"""


def invented_letters(count: int) -> list[PairingLetter]:
    """Letters of invented pairs, two of each."""
    office = Office(
        name="Fjordvik frivilligsentral",
        municipality="Fjordvik",
        address="Torget 1",
        postal_code="8200",
        phone="+4740000100",
        email="frivillig@fjordvik.example.com",
        coordinators=("Mona Elvestrand",),
    )
    scheme = standard_schemes()[0]
    letters = []
    pairs = zip(mentors(count // 2), newcomers(count // 2), strict=True)
    for at, (mentor, newcomer) in enumerate(pairs):
        pairing = Pairing(
            number=30_000 + at,
            scheme_id=scheme.id,
            mentor_id=mentor.person.id,
            newcomer_id=newcomer.person.id,
            agreed_on=TODAY,
            planned_end=TODAY + timedelta(days=180),
            start_meeting_at=datetime(2026, 12, 1, 17, 30),  # noqa: DTZ001 - wall clock of the place
            start_meeting_place="Fjordvik bibliotek",
            reasons=(
                Reason(ReasonKind.SHARED_INTERESTS, ("fishing", "football")),
                Reason(ReasonKind.COMMON_LANGUAGE, ("no:B1",)),
                Reason(ReasonKind.COMMON_TIMES, ("tuesday-evening",)),
                Reason(ReasonKind.DISTANCE, amount=4),
            ),
        )
        letters += [
            PairingLetter(
                kind=kind,
                text=shipped(reader.person.letter_language.value, STANDARD_SET, kind.value),
                language=reader.person.letter_language.value,
                written_on=TODAY,
                office=office,
                scheme=scheme,
                pairing=pairing,
                mentor=_half(mentor),
                newcomer=_half(newcomer),
                follow_ups=planned_follow_ups(pairing, scheme),
                coordinator="Mona Elvestrand",
            )
            for kind, reader in (
                (LetterKind.PAIRING_MENTOR, mentor),
                (LetterKind.PAIRING_NEWCOMER, newcomer),
            )
        ]
    return letters


def _half(one: Registration) -> Half:
    return Half(
        person=one.person,
        protection=Protection.NONE,
        details=one.details,
        postal_place="FAUSKE",
        municipality="Fauske",
    )


def arabic_letters(count: int) -> list[PairingLetter]:
    """To newcomers, with names in their own letters."""
    letters = [
        one for one in invented_letters(2 * count) if one.kind is LetterKind.PAIRING_NEWCOMER
    ]
    return [
        replace(letter, language="ar", text=ARABIC, newcomer=_named(letter.newcomer, at))
        for at, letter in enumerate(letters)
    ]


def _named(half: Half, at: int) -> Half:
    given, family = _GIVEN[at % len(_GIVEN)], _FAMILY[at // len(_GIVEN) % len(_FAMILY)]
    return replace(half, person=replace(half.person, given_name=given, family_name=family))


def newcomers_letters(count: int) -> list[PairingLetter]:
    """All in bokmål and of one kind: what a mail merge with one template can print too."""
    text = shipped("nb", STANDARD_SET, LetterKind.PAIRING_NEWCOMER.value)
    letters = [
        one for one in invented_letters(2 * count) if one.kind is LetterKind.PAIRING_NEWCOMER
    ]
    return [replace(letter, language="nb", text=text) for letter in letters]


def follow_up_lines(count: int) -> list[FollowUpLine]:
    """Pairs with something open, a third of each colour."""
    return [
        FollowUpLine(
            severity=list(Severity)[at * 3 // count],
            pairing_number=30_000 + at,
            mentor=letter.mentor.person.name,
            newcomer=letter.newcomer.person.name,
            scheme="Arbeidslivsmentor",
            since=TODAY - timedelta(days=at),
            last_meeting=TODAY - timedelta(days=at % 60),
            meetings=at % 20,
            minutes=at % 20 * 75,
            open=("Slutt er passert for 12 dager siden.", "Ingen møter meldt på 40 dager.")[
                : at % 3
            ],
        )
        for at, letter in enumerate(invented_letters(2 * count)[::2])
    ]
