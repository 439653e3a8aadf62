from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import resources
from mentorapp.domain.letter_texts import LetterText
from mentorapp.domain.letters import LetterKind
from mentorapp.operations import Database, letter_texts, letters
from mentorapp.reports import letter_sets
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import pair

MENTOR, NEWCOMER = LetterKind.PAIRING_MENTOR, LetterKind.PAIRING_NEWCOMER


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of letters in which a set and a language lack some of the letters."""
    for name in (
        "nb/standard/pairing_mentor",
        "nb/standard/pairing_newcomer",
        "nb/own/pairing_mentor",
        "en/standard/pairing_mentor",
    ):
        file = tmp_path / "letters" / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {name}", encoding="utf-8")
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    letter_sets._read.cache_clear()
    yield
    letter_sets._read.cache_clear()


@pytest.mark.usefixtures("own_folder")
def test_what_a_set_lacks_is_taken_from_the_standard_one() -> None:
    texts = letter_texts.Texts({})

    assert texts.text(MENTOR, "nb", "own") == "# nb/own/pairing_mentor"
    assert texts.text(NEWCOMER, "nb", "own") == "# nb/standard/pairing_newcomer"
    assert texts.text(MENTOR, "en", "own") == "# en/standard/pairing_mentor"
    assert texts.text(NEWCOMER, "en", "own") == ""


@pytest.mark.usefixtures("own_folder")
def test_a_letter_comes_in_the_language_wished_for_else_in_the_offices() -> None:
    texts = letter_texts.Texts({(NEWCOMER, "so", "standard"): "# Salaan"})

    assert texts.best(MENTOR, "en", "nb", "standard") == ("en", "# en/standard/pairing_mentor")
    assert texts.best(NEWCOMER, "en", "nb", "standard")[0] == "nb"
    assert texts.best(NEWCOMER, "so", "nb", "standard") == ("so", "# Salaan")


def test_the_offices_newest_wording_is_printed_until_the_shipped_one_is_wanted_again(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        for days, text in ((1, "# First wording"), (2, "# Second wording"), (3, "")):
            records.add(
                tx,
                LetterText(
                    kind=MENTOR,
                    language="nb",
                    text=text,
                    saved_at=tx.now + timedelta(days=days),
                    saved_by="mona",
                ),
            )
            (said, _other) = letters.render(tx, letters.for_pairing(tx, made.id), TODAY).texts
            assert (text[2:] or "Du skal møte") in said
