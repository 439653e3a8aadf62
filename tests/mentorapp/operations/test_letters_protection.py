"""No letter of any kind, on any way to paper, tells where somebody protected is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2 as pdfium
import pytest

from mentorapp.domain.contact_details import Share
from mentorapp.domain.contact_points import ContactPoint, ContactRole
from mentorapp.domain.letter_errors import ProtectedSince
from mentorapp.domain.letters import (
    ABOUT_A_PAIR,
    ABOUT_A_PERSON,
    READERS,
    LetterDue,
    LetterIssued,
    LetterKind,
)
from mentorapp.domain.pairings import EndReason, Pairing, PairingStatus
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    labels,
    letters,
    meetings,
    offices,
    organisations,
    own_texts,
    pairing,
    people,
)
from mentorapp.operations.letter_choices import letters_about
from mentorapp.reports.letter_examples import fields_of
from mentorapp.reports.letter_layouts import layout_of
from mentorapp.storage import records
from tests.factories import TODAY, a_meeting, an_organisation
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.registering import buddy, mentor, newcomer

HERE, FIRM = "Markørvika", "Markørverket"
#: Where one of the two lives, works and meets, and how one reaches him there.
MARKERS = (
    HERE,
    FIRM,
    "98765432",
    "98 76 54 32",
    "hidden.example",
    "8624",
    "UTSKARPEN",
    "Rana",
    "km",
)
AT_HOME: dict[str, Any] = {
    "address": f"{HERE} 7",
    "phone": "+4798765432",
    "email": "m@hidden.example.no",
    "postal_code": "8624",
    "shares": frozenset(Share),
}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Office:
    """A pair of which one half was protected after letters about it had been printed."""

    made: Pairing
    mentor_id: UUID
    newcomer_id: UUID
    hidden: UUID
    before: list[LetterIssued]


def furnish(tx: Transaction, side: str) -> Office:
    """Everything that a letter could tell of a place is there, in every wording of the office."""
    firm = organisations.save(tx, an_organisation(number=0, name=FIRM))
    where = {"mentor": AT_HOME if side == "mentor" else {}}
    where["newcomer"] = AT_HOME if side == "newcomer" else {}
    home = {"organisation_id": firm.id} if side == "mentor" else {}
    one = people.save(tx, mentor("Marit Bekkelund", **where["mentor"], **home), TODAY)
    two = people.save(tx, newcomer("Sahra Guled", **where["newcomer"]), TODAY)
    assert one.mentor is not None
    assert two.newcomer is not None
    made = pairing.pair_by_hand(tx, buddy(tx), one.mentor.id, two.newcomer.id, TODAY)
    teacher = ContactPoint(
        person_id=two.person.id,
        role=ContactRole.TEACHER,
        name="Kari",
        service=FIRM if side == "newcomer" else "Skolen",
        phone="+4798765432" if side == "newcomer" else "",
        since=TODAY,
    )
    records.add(tx, teacher)
    meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY, place=HERE, notes=HERE), TODAY)
    told = replace(
        records.get(tx, Pairing, made.id),
        start_meeting_at=datetime.combine(TODAY + DAY, datetime.min.time()),
        start_meeting_place=HERE,
        interpreter_ordered_on=TODAY,
        notes=HERE,
        end_reason=EndReason.MOVED,
        reasons=(
            Reason(ReasonKind.SAME_PLACE, ("8624",)),
            Reason(ReasonKind.DISTANCE, amount=4),
        ),
    )
    made = records.amend(tx, told)
    for kind in LetterKind:
        if layout_of(kind).has_text:
            own_texts.save(tx, kind, "nb", every_field(kind))
    before = letters.record(tx, letters.render(tx, letters.for_pairing(tx, made.id), TODAY))
    hidden = one.person.id if side == "mentor" else two.person.id
    return Office(made, one.person.id, two.person.id, hidden, before)


def every_field(kind: LetterKind) -> str:
    """A wording that asks for all there is."""
    lines = [
        f"- {{{name}}}" if is_list else f"Told: {{{name}}}"
        for name, is_list in fields_of(kind).items()
    ]
    return (
        "# All\n\n"
        + "\n\n".join(lines)
        + "\n\n[if moved]\nOne has moved\n[end]\n" * ("moved" in fields_of(kind))
    )


def every_letter(tx: Transaction, office: Office) -> Iterator[LetterDue]:
    for kind in LetterKind:
        if kind in ABOUT_A_PAIR:
            yield from letters_about(tx, kind, office.made.id, TODAY)
        elif kind in ABOUT_A_PERSON:
            for person_id in (office.mentor_id, office.newcomer_id):
                yield from letters_about(tx, kind, person_id, TODAY)


def words_of(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    said = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join([*said, str(document.get_metadata_dict())])


def hits(*texts: str) -> set[str]:
    return {marker for marker in MARKERS for text in texts if marker in text}


@pytest.mark.parametrize(
    ("level", "side"),
    [
        (Protection.CONFIDENTIAL, "newcomer"),
        (Protection.STRICT, "mentor"),
        pytest.param(Protection.STRICT, "newcomer", marks=pytest.mark.slow),
        pytest.param(Protection.CONFIDENTIAL, "mentor", marks=pytest.mark.slow),
    ],
)
def test_no_letter_preview_reprint_label_or_file_tells_where_the_protected_half_is(
    level: Protection, side: str, database: Database
) -> None:
    with database.write("mona") as tx:
        office = furnish(tx, side)
        assert HERE in "".join(one.text for one in office.before)
        # As bad as it can be: the strict one's address is still in the file.
        person = records.get(tx, Person, office.hidden)
        records.amend(tx, replace(person, protection=level))

        dues = list(every_letter(tx, office))
        assert {(one.kind, one.person_id) for one in dues} == expected(office)
        mine = [one for one in dues if one.person_id == office.hidden]
        assert all(one.in_person and one.protected for one in mine)
        prepared = letters.prepare(tx, dues, TODAY)
        made = letters.make(prepared)
        apart = letters.make_apart(prepared, made)
        names = "".join([made.file_name, *apart])
        assert not hits(words_of(made.pdf), *made.texts, names)
        assert not hits(*map(words_of, apart.values()))
        assert not {"Marit", "Sahra", "Guled", "Bekkelund"} & set(names.split("-"))
        assert {one.rank for one in made.levels} == {0, level.rank}

        for one in office.before:
            with pytest.raises(ProtectedSince):
                letters.as_printed(tx, one.id)
            again = letters.render(tx, letters.again(tx, one, TODAY), TODAY)
            assert not hits(words_of(again.pdf))
        kept = letters.record(tx, made)
        assert not hits(*(row.letter.text for row in letters.issued(tx)))
        assert not hits(*(words_of(letters.as_printed(tx, one.id)) for one in kept[:4]))

        for kind in LetterKind:
            for reader in READERS[kind]:
                shown = own_texts.example(tx, kind, "nb", every_field(kind), TODAY, reader)
                if kind in ABOUT_A_PAIR | ABOUT_A_PERSON and layout_of(kind).has_text:
                    assert not hits(*letters.make(shown).texts)

        both = labels.for_people(tx, [office.mentor_id, office.newcomer_id])
        assert (both.protected, both.addresses) == (1, ())
        assert labels.for_letters(tx, dues).addresses == ()


def expected(office: Office) -> set[tuple[LetterKind, UUID | None]]:
    who = {"mentor": office.mentor_id, "newcomer": office.newcomer_id}
    return {
        (kind, who[reader.value])
        for kind in ABOUT_A_PAIR | ABOUT_A_PERSON
        for reader in READERS[kind]
    }


@pytest.mark.parametrize(
    ("level", "kinds"),
    [
        (Protection.STRICT, (LetterKind.PAIRING_MENTOR, LetterKind.CONSENT)),
        pytest.param(Protection.STRICT, tuple(LetterKind), marks=pytest.mark.slow),
        pytest.param(Protection.CONFIDENTIAL, tuple(LetterKind), marks=pytest.mark.slow),
    ],
)
def test_no_command_that_prints_letters_tells_where_a_protected_newcomer_is(
    level: Protection, kinds: tuple[LetterKind, ...], office_file: Path, tmp_path: Path
) -> None:
    database = offices.open_office(office_file)
    with database.write("mona") as tx:
        office = furnish(tx, "newcomer")
        person = records.get(tx, Person, office.hidden)
        records.amend(tx, replace(person, protection=level))
        over = replace(office.made, status=PairingStatus.ENDED_EARLY, ended_on=TODAY)
        records.amend(tx, over)
    database.close()
    ctl = Mentorctl(office_file)
    said = []
    for kind in kinds:
        who: tuple[object, ...] = ()
        if kind in ABOUT_A_PAIR:
            who = ("--pairing", office.made.number)
        if kind in ABOUT_A_PERSON:
            who = ("--person", person.number)
        if who:
            ran = ctl("letters", "--kind", kind, *who, "--one-file-each", "--out", tmp_path / kind)
            said.append(ran.out + ran.err)
    said += [ctl("letters", "--unsent", "--out", tmp_path / "all", "--json").out]
    said += [ctl("letters", "list", *form).out for form in ((), ("--json",))]
    old = ctl("letters", "list", "--json").json["issued"]
    for one in (row for row in old if not row["kept"]):
        ctl("letters", "again", one["letter"], "--out", tmp_path / "again.pdf").refused("protected")
    ran = ctl("labels", "--people", person.number, "--out", tmp_path / "l.pdf")
    assert ran.code == 3
    said.append(ran.err)
    for moment in ("start", "closing"):
        ctl("questions", "print", office.made.number, "--out", tmp_path / f"{moment}.pdf")
    pdfs = list(tmp_path.rglob("*.pdf"))
    assert len(pdfs) > len(kinds)
    assert not hits(*said, *(str(one.relative_to(tmp_path)) for one in pdfs))
    assert not hits(*(words_of(one.read_bytes()) for one in pdfs))
    assert not {"Sahra", "Guled"} & set("".join(one.stem for one in pdfs).split("-"))
