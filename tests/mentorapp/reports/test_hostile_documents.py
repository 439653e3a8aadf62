"""Whatever people type or import: printed as it stands, read as mere text, none of it lost."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from unicodedata import mirrored, normalize

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

import resources
from mentorapp.domain.letters import LetterKind
from mentorapp.reports import style
from mentorapp.reports.fonts import INVISIBLE, JOINERS, REGULAR, REPLACEMENT, font_for
from mentorapp.reports.letters import Half, PairingLetter, print_letters
from mentorapp.reports.templates import fill
from mentorapp.reports.text import draw, paragraph, printable
from mentorapp.words import Words

#: So many texts in a file: to read the fonts of each costs more than to read the texts.
_TOGETHER = 10

_OPENED: list[str] = []
_BAIT = str(resources.path("fonts/LICENSE.txt"))


def _note_opened(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("open", "socket.connect", "socket.getaddrinfo", "urllib.Request"):
        _OPENED.append(str(arguments[0]))


sys.addaudithook(_note_opened)

PIECES = (
    "<b>Ola",
    "</para>",
    f'<img src="{_BAIT}"/>',
    f'<img src="file://{_BAIT}"/>',
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<font face="NoSuch">x</font>',
    "<onDraw name='x'/>",
    "<a href='http://127.0.0.1:9'>x</a>",
    "&#x110000; &nosuch; R&D &amp;",
    "<!-- hidden --> ]]> <?xml?>",
    "a\x00b\x1bc\ud800d\udfff",
    "\x0efet\x0f **fet**",
    "{mentor_first_name} {0} %s %(name)s $x [if x] [end]",
    "# subject",
    ") Tj ET Q \\( (((",
    "\u202eevil\u202c \u202a\u202d",
    "\u2066\u2067\u2068",
    "\u2069" * 5,
    "\u2067" * 200 + "x",
    "\ue000\uf8ff\U000f0000\U0010fffd",
    "عبد الرحمن (Abdul) <b>محمد",
    "اَلْعَرَبِيَّةُ مُشَكَّلَةٌ لِلّٰهِ",
    "پښتو ړځڅ کوردستان می\u200cخواهد ۴۵۶ ٣٠٪",
    "Олена Шевченко Ґ",
    "Łukasz Żółć Nguyễn Thị Đặng",
    "ሰላም ኪዳነ ፩፪፫።",
    "Ελληνικά שלום ไทย हिन्दी தமிழ் 漢字 한국어 ქართული",
    "👩\u200d🏫 🇳🇴 ✌🏽",
    "x\u0302\u0302\u0302 e\u0301" + "\u0301" * 40,
    "\u0651\u064e" * 30,
    "x" * 300,
    "م" * 300,
    "https://example.com/" + "a-b/" * 60,
    "40\u00a000\u00a009\u00a019 kr 1\u202f000,-",
    " . , ! ? « » ( ) – " * 4,
    "\u200b\u2060\ufeff\u00ad\u034f\ufe0f",
)


def text_of(random: Random) -> str:
    """Pieces and single characters from anywhere, unpaired surrogates too."""
    parts = []
    for _ in range(random.randint(1, 6)):
        if random.random() < 0.7:
            parts.append(random.choice(PIECES))
        else:
            last = random.choice([0x17F, 0x7FF, 0xFFFF, 0x10FFFF])
            parts.append("".join(chr(random.randint(0, last)) for _ in range(20)))
    return random.choice([" ", "", "\n"]).join(parts)


def characters(text: str) -> Counter[str]:
    """What is printed of a text, whatever stands where; brackets may be turned."""
    plain = ("(" if mirrored(one) else one for one in normalize("NFKD", text))
    return Counter(one for one in plain if one.isprintable() and not one.isspace())


def expected(text: str) -> Counter[str]:
    unseen = INVISIBLE | dict.fromkeys(map(ord, JOINERS))
    shown = "".join(printable(text).translate(unseen).split())
    return characters("".join(one if font_for(one, REGULAR) else REPLACEMENT for one in shown))


def printed(texts: Sequence[tuple[str, str]]) -> bytes:
    """As paragraphs below each other on the first page, and each as a single line on the second."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 80_000))
    top = 79_900.0
    for text, language in texts:
        flowable = paragraph(text, style.BODY, language=language)
        _width, height = flowable.wrapOn(canvas, 300, 7_000)
        top -= height + 10
        flowable.drawOn(canvas, 50, top)
    canvas.showPage()
    for at, (text, language) in enumerate(texts):
        draw(canvas, 20, 20 + 20 * at, text, REGULAR, 10, 200, language=language)
    canvas.save()
    return out.getvalue()


def check(seeds: range, letters: range, letter: PairingLetter) -> None:
    """Every text in a file with some others, and those of ``letters`` in letters too."""
    texts = [_chosen(seed) for seed in seeds]
    some = [slice(at, at + _TOGETHER) for at in range(0, len(texts), _TOGETHER)]
    hostile = [
        replace(
            letter,
            language=language,
            mentor=_named(letter.mentor, text),
            newcomer=_named(letter.newcomer, text),
        )
        for text, language in map(_chosen, letters)
    ]
    _OPENED.clear()
    files = [printed(texts[these]) for these in some]
    assert print_letters(hostile, lambda _language: Words("nb")).pdf.startswith(b"%PDF")
    assert [name for name in _OPENED if not _may_be_opened(name)] == []
    for these, pdf in zip(some, files, strict=True):
        said = characters(PdfReader(BytesIO(pdf)).pages[0].extract_text())
        wanted = sum((expected(text) for text, _language in texts[these]), Counter())
        assert said == wanted, (seeds[these], [ascii(text) for text, _language in texts[these]])


def _chosen(seed: int) -> tuple[str, str]:
    random = Random(seed)
    return text_of(random), random.choice(["nb", "uk", "ar", "prs", "ti", "sr"])


def _named(half: Half, text: str) -> Half:
    assert half.details is not None
    person = replace(half.person, given_name=text[:200], family_name=text[200:400])
    return replace(half, person=person, details=replace(half.details, address=text))


def _may_be_opened(name: str) -> bool:
    """Our fonts, letter texts and translations, and Python's own modules."""
    ours = str(Path(str(resources.path("fonts"))).parent)
    modules = name.startswith((sys.prefix, sys.base_prefix)) or name.endswith((".py", ".pyc"))
    return name != _BAIT and (name.startswith(ours) or modules)


@pytest.fixture
def letter(make_letter: Callable[..., PairingLetter]) -> PairingLetter:
    """One that has been printed before: what every letter reads once is read."""
    made = make_letter(LetterKind.PAIRING_NEWCOMER)
    print_letters([made], Words)
    return made


def test_hostile_text_is_printed_opens_nothing_and_loses_nothing(letter: PairingLetter) -> None:
    check(range(60), range(6), letter)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(30))
def test_so_are_three_thousand_documents(part: int, letter: PairingLetter) -> None:
    seeds = range(part * 100, part * 100 + 100)
    check(seeds, seeds[::4], letter)


def test_what_is_filled_in_stays_what_it_was() -> None:
    said = "{name} %s ** # [end]"
    (block,) = fill("**{name}**", {"name": said})
    assert block.plain == said
