"""What flows under the letterhead of a letter with a text, and the same for the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from mentorapp.reports import templates
from mentorapp.reports.certificate_page import certificate
from mentorapp.reports.letter_body import body, regards, signature, signing_room
from mentorapp.reports.letter_forms import Ending, Signer, signers, signing
from mentorapp.reports.letter_kinds import values
from mentorapp.reports.letter_layouts import ending_of, is_large, layout_of, reader_of
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.side_by_side import NOTE_TO_OFFICE, NOTE_TO_READER, Column, beside
from mentorapp.reports.templates import Block
from mentorapp.words import Words


@dataclass(frozen=True, slots=True)
class Story:
    """``text`` is the letter for the record, without letterhead and slips. ``head`` are the words
    of letterhead and footers.
    """

    flowables: list[Flowable]
    text: str
    head: Words


def story_of(letter: Letter, words_for: Callable[[str], Words]) -> Story:
    """In the letter's language, beside the office's own where ``letter.beside`` says so."""
    words = words_for(letter.language)
    told = values(letter, words)
    blocks = templates.fill(letter.text, told)
    title = str(told.get("title", ""))
    if letter.beside is None:
        ending = _ending(letter, title, words)
        flowables = (
            certificate(blocks, ending, letter.language)
            if layout_of(letter.kind).is_certificate
            else body(blocks, ending, large=is_large(letter), language=letter.language)
        )
        return Story(
            flowables, "\n".join([*_begin(letter, words), *_plain(letter, blocks, words)]), words
        )
    language, text = letter.beside
    office = words_for(language)
    others = templates.fill(text, values(replace(letter, language=language), office))
    greeting, *names = signature(letter.office, letter.signed_by, words)
    flowables = beside(
        Column(letter.language, blocks, words.text(NOTE_TO_READER), greeting),
        Column(
            language,
            others,
            office.text(NOTE_TO_OFFICE),
            signature(letter.office, letter.signed_by, office)[0],
        ),
        names,
        signing_room(letter.pictures.signature_of(letter.signed_by), letter.language),
        ending=() if ending_of(letter) is Ending.REGARDS else _ending(letter, title, words),
    )
    lines = [
        *_begin(letter, office),
        words.text(NOTE_TO_READER),
        "",
        *_plain(letter, blocks, words),
        "",
        office.text(NOTE_TO_OFFICE),
        "",
        *_plain(letter, others, office),
    ]
    return Story(flowables, "\n".join(lines), office)


def _ending(letter: Letter, title: str, words: Words) -> list[Flowable]:
    ending = ending_of(letter)
    if ending is Ending.REGARDS:
        signed = signature(letter.office, letter.signed_by, words)
        picture = letter.pictures.signature_of(letter.signed_by)
        return regards(signed, large=is_large(letter), picture=picture, language=letter.language)
    reader = Signer("") if ending is Ending.OFFICE else reader_of(letter, title)
    name = letter.signed_by if letter.signed_by != letter.office.name else ""
    office = Signer(words.text("for %(office)s") % {"office": letter.office.name}, name)
    return signing(signers(ending, reader, office, words), words, letter.language)


def _begin(letter: Letter, words: Words) -> list[str]:
    address = letter.address or (words.text("Handed over in person"),)
    return [*address, "", words.date_long(letter.written_on), ""]


def _plain(letter: Letter, blocks: Sequence[Block], words: Words) -> list[str]:
    lines = [block.plain for block in blocks]
    if ending_of(letter) is Ending.REGARDS:
        lines += ["", *signature(letter.office, letter.signed_by, words)]
    return lines
