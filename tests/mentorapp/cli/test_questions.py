"""``questions``: what both halves answer on paper."""

from pathlib import Path

from pypdf import PdfReader

from tests.mentorapp.cli.running import Mentorctl


def paired(small: Mentorctl, numbers: dict[str, int]) -> int:
    made = small("pair", "hand", numbers["Sahra"], numbers["Marit"], "--scheme", "buddy", "--json")
    return int(made.json["number"])


def test_a_page_is_typed_in_by_its_code_and_low_answers_give_a_follow_up(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    number = paired(small, numbers)
    said = small("questions", "add", f"{number}-N1", "--answer", "fit=3", "--answer",
                 "people_to_ask=2", "--told", "Fint, men langt.")  # fmt: skip
    assert "Get on well together: No, not well" in said.out
    assert "A low answer: follow-up made for Sahra Guled, due 26 Nov 2026" in said.out
    (page,) = small("questions", "list", number, "--json").json
    assert page["answers"] == {"fit": 3, "people_to_ask": 2}
    assert (page["half"], page["moment"], page["low"]) == ("newcomer", "start", ["fit"])
    assert page["told"] == "Fint, men langt."
    assert len(small("networks", "list", "--json").json) == 1
    small("questions", "add", f"{number}-N1", "--answer", "fit=1").refused("already", str(number))
    added = small("questions", "add", f"{number}-M", "--answer", "fit=1", "--json").json
    assert (added["half"], added["moment"], added["follow_up_due"]) == ("mentor", "start", None)
    small("questions", "remove", page["page"])
    assert len(small("questions", "list").lines) == 3
    assert [one["half"] for one in small("questions", "list", "--json").json] == ["mentor"]


def test_what_is_not_asked_and_what_is_off_the_scale_is_refused(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    number = paired(small, numbers)
    assert small("questions", "add", number, "--answer", "health=1").code == 2
    small("questions", "add", f"{number}-M1", "--answer", "own_goal=1").refused(
        "Answer", "own_goal"
    )
    small("questions", "add", f"{number}-M1", "--answer", "fit=7").refused("1–3")
    small("questions", "add", "30016-N1", "--answer", "fit=1").refused("mistyped")


def test_the_pages_of_a_pair_are_printed_and_told_when_due(
    small: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    number = paired(small, numbers)
    out = tmp_path / "pages.pdf"
    small("questions", "print", number, "--moment", "midway", "--out", out)
    texts = [page.extract_text() for page in PdfReader(out).pages]
    assert [f"{number}-{half}2" in text for half, text in zip("MN", texts, strict=True)] == [
        True,
        True,
    ]
    small("questions", "print", number, "--half", "mentor", "--out", out)
    (text,) = (page.extract_text() for page in PdfReader(out).pages)
    assert f"{number}-M1" in text
    assert small("questions", "due", "--json").json == []
    small("log", number, "--minutes", "60")
    later = Mentorctl(small.office, small.today.replace(month=12, day=10))
    due = later("questions", "due", "--json").json
    assert [(one["half"], one["moment"], one["printed_on"]) for one in due] == [
        ("mentor", "start", None),
        ("newcomer", "start", None),
    ]


def test_a_scheme_is_evaluated_on_paper_and_in_files_and_kept(
    small: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    number = paired(small, numbers)
    small("questions", "add", f"{number}-N1", "--answer", "fit=3")
    told = small("report", "evaluation", "--scheme", "buddy", "--period", "2026", "--out",
                 tmp_path / "e.pdf", "--xlsx", tmp_path / "e.xlsx", "--csv", tmp_path / "csv",
                 "--json").json  # fmt: skip
    pages = told["figures"]["newcomer"]["pages"]["start"]
    assert (told["scheme"], pages) == ("buddy", {"given_out": 1, "answered": 1})
    assert told["figures"]["newcomer"]["questions"]["fit"]["start"]["answered"] is None
    assert told["kept"]
    assert (tmp_path / "e.xlsx").exists()
    assert len(list((tmp_path / "csv").iterdir())) == len(told["tables"])
    assert small("report", "evaluation", "--period", "2026").code == 2
