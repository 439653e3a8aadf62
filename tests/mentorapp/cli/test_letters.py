"""Letters of every kind from the command line."""

from pathlib import Path

from pypdf import PdfReader

from tests.mentorapp.cli.running import Mentorctl


def number_of(example: Mentorctl) -> int:
    found: int = example("pairings", "--running", "--json").json[-1]["number"]
    return found


def test_a_kind_is_printed_about_whoever_it_is_asked_for(
    example: Mentorctl, tmp_path: Path
) -> None:
    number = number_of(example)
    answer = example(
        "letters", "--kind", "agreement", "--pairing", number, "--out", tmp_path, "--json"
    ).json
    assert [(one["kind"], one["number"]) for one in answer["letters"]] == [("agreement", number)]
    person = example("people", "--json").json[0]["number"]
    answer = example(
        "letters", "--kind", "registration", "--person", person, "--out", tmp_path, "--json"
    ).json
    assert [(one["kind"], one["number"]) for one in answer["letters"]] == [("registration", person)]


def test_each_receiver_can_have_a_file_that_tells_no_name(
    example: Mentorctl, tmp_path: Path
) -> None:
    pairing, out = example("pairings", "--running", "--json").json[-1], tmp_path / "letters"
    answer = example(
        "letters", "--pairing", pairing["number"], "--one-file-each", "--out", out, "--json"
    ).json
    names = [Path(one).name for one in answer["files"]]
    assert sorted(names) == sorted(file.name for file in out.iterdir())
    assert len(names) == 2
    assert pairing["mentor"].split()[0] not in "".join(names)


def test_a_letter_is_listed_printed_again_and_due_again_when_it_was_spoilt(
    example: Mentorctl, tmp_path: Path
) -> None:
    example("letters", "--pairing", number_of(example), "--one-file-each", "--out", tmp_path)
    newest = example("letters", "list", "--json").json["issued"][0]
    assert newest["kept"]
    again = tmp_path / "again.pdf"
    assert str(again) in example("letters", "again", newest["letter"], "--out", again).lines[0]
    first = [file.read_bytes() for file in tmp_path.glob("letter-*.pdf")]
    assert again.read_bytes() in first
    assert PdfReader(again).pages
    spoilt = example("letters", "failed", newest["letter"], "--json").json
    assert spoilt == {"letters": [newest["letter"]]}
    said = "\n".join(example("letters", "list").lines)
    assert "spoilt by the printer" in said


def test_what_is_to_be_printed_and_where_must_be_told(example: Mentorctl, tmp_path: Path) -> None:
    assert example("letters", "--unsent").code == 2
    assert example("letters", "--out", tmp_path).code == 2
    assert "--person needs --kind" in example("letters", "--person", 10019, "--out", tmp_path).err
    of_organisation = ("letters", "--organisation", 20011, "--kind", "consent", "--out", tmp_path)
    assert "--kind organisation_thanks" in example(*of_organisation).err
    assert not list(tmp_path.glob("*.pdf"))


def test_a_letter_that_nobody_knows_is_refused_in_a_sentence(
    example: Mentorctl, tmp_path: Path
) -> None:
    example("letters", "again", "zzzzzz", "--out", tmp_path / "a.pdf").refused("zzzzzz", "letter")
    example("letters", "failed", "zzzzzz").refused("zzzzzz", "letter")
    assert not (tmp_path / "a.pdf").exists()


def test_a_letter_about_a_pair_asks_for_the_number_of_a_pairing(
    example: Mentorctl, tmp_path: Path
) -> None:
    person = example("people", "--json").json[0]["number"]
    ran = example("letters", "--kind", "thanks", "--person", person, "--out", tmp_path)
    ran.refused(str(person), "person", "pairing")
