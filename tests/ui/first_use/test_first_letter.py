"""From the very first start to the first printed letter, with the keyboard alone.

``pytest -s`` shows the steps and how many keys each took; docs/first-letter.md has the same steps.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.exchange.spreadsheets import write_xlsx
from mentorapp.operations import Transaction, letters, offices, unlocking
from mentorapp.words import Words
from tests.encrypted_offices import MONAS, quickly
from tests.ui.keyboard import Keyboard
from tests.ui.program_window import Start, preferences, start
from ui.guide.texts import guide
from ui.program import Program
from ui.widgets.recovery_dialog import RecoveryDialog

__all__ = ["preferences", "quickly", "start"]

ROOT = Path(__file__).resolve().parents[3]
#: Letters of names, passphrase and files are most of them.
MOST_KEYS = 240
STEPS = {
    "en": [
        "Tell about the office",
        "Make the office",
        "Import the mentors",
        "Import the newcomers",
        "See that they are ready",
        "Find the pair",
        "Print the letters",
    ],
    "nb": [
        "Fortell om kontoret",
        "Lag kontoret",
        "Importer mentorene",
        "Importer de nyankomne",
        "Se at de er klare",
        "Finn paret",
        "Skriv ut brevene",
    ],
}
#: What the window calls what the guide tells to press or open.
NAMES = (
    "Make the office and import from Excel …",
    "Make the office and register somebody",
    "It is on paper",
    "Check the groups",
    "Try the example office",
    "Throw away and begin",
    "Open an office file …",
    "Choose file …",
    "Check the rows",
    "Import another file",
    "Confidentiality signed on",
    "ready",
    "approved",
    "Mentors",
    "Newcomers",
    "Find pairs",
    "Find the best pairs",
    "Accept",
    "Letters",
    "Print …",
    "Save PDF …",
)
PREVIEW = ("Preview %(n)d letter", "Preview %(n)d letters")


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """What the coordinator brings along: a workbook of mentors, a CSV of newcomers."""
    mentors = [
        ("Berit", "Moen", "Torget 2", "8200", "norsk (morsmål), engelsk B2", "fotball, strikking",
         "onsdag kveld", "Fadder", "Godkjent", "1.9.2026"),
    ]  # fmt: skip
    headings = (
        "Fornavn", "Etternavn", "Adresse", "Postnr", "Språk", "Interesser",
        "Når passer det å møtes?", "Ordning", "Status", "Taushetserklæring signert",
    )  # fmt: skip
    (tmp_path / "mentorer.xlsx").write_bytes(write_xlsx(headings, mentors, "Mentorer"))
    (tmp_path / "nyankomne.csv").write_text(
        "Fornavn;Etternavn;Adresse;Postnr;Språk;Interesser;Når passer det å møtes?;"
        "Ønsket ordning;Status\n"
        "Amal;Noor;Torget 9;8200;somali (morsmål), engelsk B1;fotball;onsdag kveld;Fadder;Klar\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def usual_place(fresh_home: Path) -> Path:
    path = offices.default_path()
    assert fresh_home in path.parents
    assert not path.exists()
    return path


def in_office(file: Path, job: Callable[[Transaction], Any]) -> Any:
    database = unlocking.by_passphrase(file, MONAS)
    try:
        with database.read() as tx:
            return job(tx)
    finally:
        database.close()


@pytest.mark.parametrize("language", ["en", "nb"])
def test_from_the_first_start_to_the_first_letter(
    usual_place: Path,
    quickly: None,
    start: Start,
    qtbot: QtBot,
    lists: Path,
    tmp_path: Path,
    language: str,
) -> None:
    walk = Walk(qtbot, start("--language", language), Words(language))
    walk.tell_about_the_office()
    walk.make_the_office()
    walk.import_list(lists / "mentorer.xlsx")
    walk.step()
    walk.import_another(lists / "nyankomne.csv")
    walk.step()  # the lists say that both are ready
    walk.find_the_pair()
    walk.save_the_letters(tmp_path / "letters.pdf")

    for at, (title, keys) in enumerate(walk.steps, 1):
        print(f"{at}. {title} ({keys} keys)")  # noqa: T201
    print(f"{walk.keyboard.keys} keys in all")  # noqa: T201
    assert walk.keyboard.keys < MOST_KEYS
    pages = [page.extract_text() for page in PdfReader(tmp_path / "letters.pdf").pages]
    said = " ".join(pages)
    for expected in ("Lillevik", "Torget 1", "22 22 55 55", "Mona", "Amal", "Berit"):
        assert expected in said
    walk.keyboard.program.close_office()
    issued = in_office(usual_place, letters.issued)
    # To the mentor also the agreement; by post first, all of a receiver together.
    assert {row.letter.kind for row in issued} == {*DUE_FOR_PAIRING, LetterKind.AGREEMENT}
    assert in_office(usual_place, offices.read).coordinators == ("Mona Dahl",)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_guide_has_the_same_steps_with_the_names_of_the_buttons(language: str) -> None:
    (page,) = (one for one in guide(language) if one.key == "first-day")
    titles = re.findall(r"^\d\. \*\*(.*?)\.\*\*", page.text, re.MULTILINE)
    assert titles == STEPS[language]
    words = Words(language)
    pressed = {
        name.removesuffix(" …").replace("&", "")
        for name in (*map(words.text, NAMES), words.plural(*PREVIEW, 2).split(" ")[0])
    }
    assert pressed <= set(re.findall(r"\*\*(.*?)\*\*", page.text))


def test_the_page_for_developers_has_the_same_steps() -> None:
    page = (ROOT / "docs" / "first-letter.md").read_text(encoding="utf-8")
    assert re.findall(r"^\d\. (.*)$", page, re.MULTILINE) == STEPS["en"]


class Walk:
    """Somebody who has the first page of the guide before her."""

    def __init__(self, qtbot: QtBot, program: Program, words: Words) -> None:
        self.keyboard = Keyboard(qtbot, program)
        self._words, self._text = words, words.text
        self._titles = iter(STEPS[words.language])
        self.steps: list[tuple[str, int]] = []

    def step(self) -> None:
        """The step is done."""
        before = sum(keys for _title, keys in self.steps)
        self.steps.append((next(self._titles), self.keyboard.keys - before))

    def tell_about_the_office(self) -> None:
        keyboard = self.keyboard
        for text in ("Lillevik", "Lillevik", "Torget 1, 8200 Fauske", "22225555", "Mona Dahl"):
            keyboard.type(text)
            keyboard.press("Tab")
        for _each in range(2):
            keyboard.type(MONAS)
            keyboard.press("Tab")
            if not _each:
                keyboard.press("Tab")  # past the eye
        (driving,) = (one for one in standard_schemes() if one.key == "practice_driving")
        keyboard.tab_to(driving.name(self._words.language))
        keyboard.press("Space")
        self.step()

    def make_the_office(self) -> None:
        self.keyboard.press("Ctrl+Return")
        (dialog,) = self.keyboard.program.window.findChildren(RecoveryDialog)  # type: ignore[union-attr]
        self.keyboard.tab_to(self._text("It is on paper"))
        self.keyboard.press("Return")
        for place in dialog.asked:
            self.keyboard.type(dialog.groups[place - 1])
            self.keyboard.press("Tab")
        self.keyboard.tab_to(self._text("Check the groups"))
        self.keyboard.press("Return")
        self.step()

    def import_list(self, file: Path) -> None:
        self.keyboard.tab_to(self._text("Choose file …"))
        self.keyboard.name_file(file)
        assert self.keyboard.name() == self._text("Check the rows")
        for _each in range(2):
            self.keyboard.press("Ctrl+Return")
        assert self.keyboard.name() == self._text("Import another file")

    def import_another(self, file: Path) -> None:
        self.keyboard.press("Ctrl+Return")
        self.keyboard.type(self._text("Newcomers")[0])
        self.import_list(file)
        self.keyboard.press("Esc")
        self.step()

    def find_the_pair(self) -> None:
        self.keyboard.press("Ctrl+5")
        self.keyboard.tab_to(self._text("Find the best pairs"))
        self.keyboard.press("Return")
        self.keyboard.tab_to(self._text("Accept"))
        self.keyboard.press("Return")
        self.step()

    def save_the_letters(self, file: Path) -> None:
        self.keyboard.press("Ctrl+7")
        self.keyboard.press("Ctrl+P")
        self.keyboard.tab_to(self._text("Save PDF …"))
        self.keyboard.name_file(file)
        self.step()
