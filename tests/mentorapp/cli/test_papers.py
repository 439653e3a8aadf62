"""Letters, reports and today from the command line."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from mentorapp.domain.quarters import Quarter
from mentorapp.operations import offices
from tests.mentorapp.cli.running import Mentorctl


def text(path: Path) -> str:
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return "\n".join(page.extract_text() for page in pages)


def test_letters_are_printed_once_and_then_no_longer_due(
    example: Mentorctl, tmp_path: Path
) -> None:
    run = example("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json
    if not run["accepted"]:
        numbers = [row["number"] for row in example("pairings", "--running", "--json").json]
        answer = example("letters", "--pairing", numbers[-1], "--out", tmp_path, "--json").json
    else:
        answer = example("letters", "--unsent", "--out", tmp_path, "--json").json
    assert Path(answer["file"]).is_file()
    assert {one["kind"] for one in answer["letters"]} >= {"pairing_mentor", "pairing_newcomer"}
    example("letters", "--unsent", "--out", tmp_path).refused("nothing to print")


def test_a_pairings_letters_can_be_printed_again(example: Mentorctl, tmp_path: Path) -> None:
    pairing = example("pairings", "--running", "--json").json[-1]
    ran = example("letters", "--pairing", pairing["number"], "--out", tmp_path)
    assert ran.lines[0].startswith("2 letters: ")
    (pdf,) = tmp_path.glob("letters*.pdf")
    assert str(pairing["number"]) in pdf.name
    assert pairing["mentor"].split()[0] not in pdf.name
    printed = text(pdf)
    assert str(pairing["number"]) in printed
    assert pairing["mentor"] in " ".join(printed.split())
    assert pairing["newcomer"] in " ".join(printed.split())


def test_letters_that_lack_the_offices_phone_are_printed_and_the_lack_is_told(
    example: Mentorctl, tmp_path: Path
) -> None:
    database = offices.open_office(example.office)
    with database.write("Test") as tx:
        offices.save(tx, replace(offices.read(tx), phone="", coordinators=()))
    database.close()
    number = example("pairings", "--running", "--json").json[-1]["number"]

    ran = example("letters", "--pairing", number, "--out", tmp_path)

    assert ran.code == 0
    assert ran.err == "The letters lack the office’s phone number and coordinator.\n"
    assert list(tmp_path.glob("letters*.pdf"))


def test_the_follow_up_report_names_the_pairs(example: Mentorctl, tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "f.pdf"
    assert str(out) in example("report", "follow-up", "--out", out).lines[0]
    printed = text(out)
    for row in example("pairings", "--running", "--json").json:
        assert str(row["number"]) in printed


def test_the_quarterly_report_names_nobody(example: Mentorctl, tmp_path: Path) -> None:
    out = tmp_path / "q.pdf"
    answer = example("report", "quarter", "--period", "2026Q3", "--out", out, "--json").json
    assert (answer["period"], answer["until"], answer["finished"]) == ("2026Q3", "2026-09-30", True)
    assert answer["figures"]["new_newcomers"] > 0
    printed = text(out)
    first, *more = PdfReader(BytesIO(out.read_bytes())).pages
    # One page to read alone: the figures and their definitions; what else was done comes behind.
    assert "Pairings that met" in first.extract_text()
    assert "Read and approved" in first.extract_text()
    assert any("What else was done" in one.extract_text() for one in more)
    for person in example("people", "--json").json:
        assert person["name"] not in printed


def test_the_quarter_of_today_is_reported_until_today(example: Mentorctl, tmp_path: Path) -> None:
    answer = example("report", "quarter", "--out", tmp_path / "q.pdf", "--json").json
    assert answer["period"] == str(Quarter.of(date(2026, 11, 23)))
    assert (answer["until"], answer["finished"]) == ("2026-11-23", False)


def test_reports_speak_the_language_asked_for(example: Mentorctl, tmp_path: Path) -> None:
    bokmal = Mentorctl(example.office, language="nb")
    bokmal("report", "quarter", "--period", "2026Q3", "--out", tmp_path / "nb.pdf")
    example("report", "quarter", "--period", "2026Q3", "--out", tmp_path / "en.pdf")
    for name, language in (("nb", "nb"), ("en", "en")):
        reader = PdfReader(BytesIO((tmp_path / f"{name}.pdf").read_bytes()))
        assert str(reader.root_object["/Lang"]).startswith(language)
    assert text(tmp_path / "nb.pdf") != text(tmp_path / "en.pdf")


def test_today_tells_the_most_urgent_first(example: Mentorctl) -> None:
    answer = example("today", "--json").json
    order = ["red", "yellow", "calm"]
    assert [one["severity"] for one in answer] == sorted(
        (one["severity"] for one in answer), key=order.index
    )
    assert {one["kind"] for one in answer} >= {"silent", "follow_up", "certificate", "waiting"}
    lines = example("today").lines
    assert len(lines) == len(answer)
    assert all(one["in_words"] in line for one, line in zip(answer, lines, strict=True))


def test_nothing_needs_attention_in_a_new_office(empty: Mentorctl) -> None:
    assert empty("today").lines == ["Nothing needs attention today."]
    assert empty("today", "--json").json == []
