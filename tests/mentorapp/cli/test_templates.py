"""``template``: the texts of the letters."""

from pathlib import Path

from tests.mentorapp.cli.running import Mentorctl


def test_a_text_is_shown_changed_checked_and_put_back(small: Mentorctl, tmp_path: Path) -> None:
    shown = small("template", "show", "pairing_mentor", "--language", "en").out
    assert "{the newcomer's first name}" in shown
    file = tmp_path / "pairing_mentor.txt"
    file.write_text("# Dear {the mentor's first name}\n", encoding="utf-8")
    small("template", "check", str(file), "--language", "en")
    small("template", "save", "pairing_mentor", str(file), "--language", "en")
    assert "Dear" in small("template", "show", "pairing_mentor", "--language", "en").out
    listed = small("template", "list", "--json").json
    (own,) = [one for one in listed if one["own"]]
    assert (own["kind"], own["language"], own["set"]) == ("pairing_mentor", "en", "standard")

    small("template", "shipped", "pairing_mentor", "--language", "en")

    assert not any(one["own"] for one in small("template", "list", "--json").json)


def test_what_is_wrong_is_told_at_its_line_and_nothing_is_saved(
    small: Mentorctl, tmp_path: Path
) -> None:
    file = tmp_path / "pairing_mentor.txt"
    file.write_text("# Dear {the mentor's first nam}\n", encoding="utf-8")

    told = small("template", "check", str(file), "--language", "en")

    assert told.code == 1
    assert "Line 1: There is no field called" in told.out
    small("template", "save", "pairing_mentor", str(file), "--language", "en").refused("Line 1")
    assert small("template", "check").code == 0


def test_the_fields_of_a_letter_are_told(small: Mentorctl) -> None:
    told = small("template", "fields", "pairing_mentor", "--language", "nb").out

    assert "{newcomer_first_name}" in told
    assert "{fornavnet til den nyankomne}" in told


def test_a_file_that_is_no_text_or_not_there_is_refused_in_a_sentence(
    small: Mentorctl, tmp_path: Path
) -> None:
    no_text = tmp_path / "pairing_mentor.txt"
    no_text.write_bytes(b"%PDF-1.7\n\xe2\xe3\xcf\xd3")

    for step in (("check",), ("save", "pairing_mentor")):
        small("template", *step, no_text).refused("pairing_mentor.txt", "plain text")
        small("template", *step, tmp_path / "thanks.txt").refused("thanks.txt", "not there")


def test_a_file_whose_name_says_no_kind_needs_one(small: Mentorctl, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("# Dear\n", encoding="utf-8")

    told = small("template", "check", file)

    assert told.code == 2
    assert "--kind is required" in told.err


def test_a_text_that_would_never_be_printed_is_not_saved(small: Mentorctl, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("# Dear\n", encoding="utf-8")

    for kind, *where in (
        ("pairing_mentor", "--text-language", "xx"),
        ("pairing_mentor", "--set", "nonsuch"),
        ("slips",),
    ):
        small("template", "save", kind, file, *where).refused("no text of this letter")
        small("template", "shipped", kind, *where).refused("no text of this letter")
    assert not any(one["own"] for one in small("template", "list", "--json").json)


def test_a_wrong_kind_is_told_with_the_words_to_type(small: Mentorctl) -> None:
    told = small("template", "show", "nokind")

    assert told.code == 2
    assert "'pairing_mentor'" in told.err
    assert "LetterKind" not in told.err


def test_every_language_is_listed_by_the_code_to_type_and_its_name(small: Mentorctl) -> None:
    listed = small("template", "list", "--language", "en").out
    lines = [line.split() for line in listed.splitlines() if line.startswith("consent ")]
    assert ["prs", "Dari"] in [line[-5:-3] for line in lines], lines
