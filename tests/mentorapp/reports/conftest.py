"""Papers read back: what is printed, where on the sheet, in which fonts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from mentorapp.domain.contact_details import ContactDetails, Share
from mentorapp.domain.follow_up import planned_follow_ups
from mentorapp.domain.languages import Spoken
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letters import Half, PairingLetter

MM = 72 / 25.4
A4_HEIGHT = 297.0

MakeLetter = Callable[..., PairingLetter]


class Box(NamedTuple):
    """A character in millimetres from the top left corner of the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def office() -> Office:
    return Office(
        name="Fjordvik frivilligsentral",
        municipality="Fjordvik",
        address="Storgata 12",
        postal_code="8299",
        phone="+4775541230",
        email="frivillig@fjordvik.example",
        coordinators=("Ingrid Solbakken",),
        signature="Frivilligkoordinator",
    )


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    return standard_schemes()[0]


@pytest.fixture(scope="session")
def mentor() -> Half:
    return _half(
        Person(
            given_name="Kari",
            family_name="Åsnes",
            languages=frozenset({Spoken.parse("no:native"), Spoken.parse("en:C1")}),
            shares=frozenset({Share.PHONE, Share.EMAIL}),
        ),
        phone="+4791827364",
        email="kari@eksempel.example",
        address="Fiskeveien 3 B",
        postal_code="8201",
        postal_place="FAUSKE",
        municipality="Fauske",
    )


@pytest.fixture(scope="session")
def newcomer() -> Half:
    return _half(
        Person(
            given_name="Ahmad",
            family_name="Al-Rashid",
            languages=frozenset({Spoken.parse("ar:native"), Spoken.parse("no:B1")}),
            shares=frozenset({Share.PHONE}),
        ),
        phone="+4793645172",
        email="ahmad@eksempel.example",
        address="Skogsvingen 41",
        postal_code="8056",
        postal_place="SALTSTRAUMEN",
        municipality="Bodø",
    )


def _half(person: Person, *, postal_place: str, municipality: str, **details: str) -> Half:
    return Half(
        person=person,
        protection=Protection.NONE,
        details=replace(ContactDetails(person_id=person.id), **details),  # type: ignore[arg-type]
        postal_place=postal_place,
        municipality=municipality,
    )


@pytest.fixture(scope="session")
def pairing(scheme: Scheme, mentor: Half, newcomer: Half) -> Pairing:
    return Pairing(
        number=30017,
        scheme_id=scheme.id,
        mentor_id=mentor.person.id,
        newcomer_id=newcomer.person.id,
        agreed_on=date(2026, 11, 20),
        planned_end=date(2027, 5, 20),
        start_meeting_at=datetime(2026, 12, 1, 17, 30),  # noqa: DTZ001 - wall clock of the place
        start_meeting_place="Lysthuset bibliotek",
        interpreter_ordered_on=date(2026, 11, 21),
        reasons=(
            Reason(ReasonKind.SHARED_INTERESTS, ("fishing", "football")),
            Reason(ReasonKind.COMMON_LANGUAGE, ("no:B1",)),
            Reason(ReasonKind.COMMON_TIMES, ("tuesday-evening",)),
            Reason(ReasonKind.DISTANCE, amount=47),
            Reason(ReasonKind.WAITED, amount=83),
        ),
    )


@pytest.fixture(scope="session")
def make_letter(
    office: Office, scheme: Scheme, pairing: Pairing, mentor: Half, newcomer: Half, today: date
) -> MakeLetter:
    def make(
        kind: LetterKind = LetterKind.PAIRING_MENTOR, language: str = "nb", **changes: Any
    ) -> PairingLetter:
        letter = PairingLetter(
            kind=kind,
            language=language,
            written_on=today,
            office=office,
            text=shipped(language, scheme.letter_set, kind.value),
            scheme=scheme,
            pairing=pairing,
            mentor=mentor,
            newcomer=newcomer,
            follow_ups=planned_follow_ups(pairing, scheme),
            coordinator="Ingrid Solbakken",
        )
        return replace(letter, **changes)

    return make


@pytest.fixture(scope="session")
def named() -> Callable[..., Half]:
    """The half with another name."""

    def rename(half: Half, **names: str) -> Half:
        return replace(half, person=replace(half.person, **names))  # type: ignore[arg-type]

    return rename


@pytest.fixture(scope="session")
def pages_of() -> Callable[[bytes], list[str]]:
    """The text of each page, white space made single."""

    def read(pdf: bytes) -> list[str]:
        document = pdfium.PdfDocument(pdf)
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]

    return read


@pytest.fixture(scope="session")
def boxes_of() -> Callable[[bytes, int], list[Box]]:
    """The visible characters of a page."""

    def read(pdf: bytes, number: int) -> list[Box]:
        textpage = pdfium.PdfDocument(pdf)[number].get_textpage()
        found = []
        for index in range(textpage.count_chars()):
            text = textpage.get_text_range(index, 1)
            if text.strip():
                left, bottom, right, top = textpage.get_charbox(index)
                found.append(
                    Box(
                        text,
                        left / MM,
                        A4_HEIGHT - top / MM,
                        right / MM,
                        A4_HEIGHT - bottom / MM,
                    )
                )
        return found

    return read


@pytest.fixture(scope="session")
def fonts_of() -> Callable[[bytes], dict[str, bool]]:
    """Font names with whether their outlines are in the file."""

    def read(pdf: bytes) -> dict[str, bool]:
        fonts = {}
        for page in PdfReader(BytesIO(pdf)).pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                values = font.get_object()
                descriptor = values.get("/FontDescriptor", {}).get_object()
                fonts[str(values["/BaseFont"])] = "/FontFile2" in descriptor
        return fonts

    return read


@pytest.fixture(scope="session")
def about() -> Callable[[bytes], dict[str, str]]:
    """Language and title of the document, and all of its metadata in one string."""

    def read(pdf: bytes) -> dict[str, str]:
        reader = PdfReader(BytesIO(pdf))
        root: Any = reader.trailer["/Root"]
        metadata: Any = reader.metadata or {}
        return {
            "language": str(root["/Lang"]),
            "title": str(metadata["/Title"]),
            "all": " ".join(map(str, metadata.values())),
        }

    return read
