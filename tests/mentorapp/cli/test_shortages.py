"""``pair shortages``: in words, as JSON and on paper."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentorapp.cli import shortages
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl


def test_every_scheme_in_use_tells_whom_it_needs(example: Mentorctl) -> None:
    told = example("pair", "shortages", "--json").json
    assert told["file"] is None
    schemes = {one["scheme"]: one for one in told["schemes"]}
    assert set(schemes) == {
        "work_mentor",
        "buddy",
        "language_practice",
        "practice_driving",
        "association_guide",
    }
    for scheme in schemes.values():
        shortages = scheme["shortages"]
        assert scheme["waiting"] >= max((one["helped_so_far"] for one in shortages), default=0)
        for one in shortages:
            assert one["gain_pairs"] <= one["more_pairs"] <= 5
            assert one["in_words"].startswith("A ")
        ranks = {ask["rank"] for asked in scheme["organisations"] for ask in asked["asks"]}
        assert ranks | {*scheme["anywhere"]} == set(range(1, len(shortages) + 1))
    assert any(one["shortages"] for one in schemes.values())


def test_one_scheme_in_words(example: Mentorctl) -> None:
    lines = example("pair", "shortages", "--scheme", "buddy", "--with", "2").lines
    assert lines[0].startswith("Buddy: ")
    assert "would help" in lines[1]
    assert "2 such mentors" in lines[2]


def test_waiting_that_no_recruit_could_end_is_told(empty: Mentorctl, write: WriteFile) -> None:
    assert empty("import", "newcomers", write("n.csv", "Fornavn;Etternavn\nAna;Nopair\n")).code == 0
    head, why = empty("pair", "shortages", "--scheme", "buddy").lines
    assert head.startswith("Buddy: 1 newcomer waits")
    assert "See what is missing in their registrations" in why


def test_nothing_is_kept(example: Mentorctl) -> None:
    before = example("pair", "list", "--scheme", "buddy").out
    assert example("pair", "shortages").code == 0
    assert example("pair", "list", "--scheme", "buddy").out == before


def test_the_list_is_written_as_pdf(example: Mentorctl, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "whom.pdf"
    lines = example("pair", "shortages", "--scheme", "buddy", "--out", target).lines
    assert lines[-1] == f"Written: {target}"
    pages = PdfReader(BytesIO(target.read_bytes())).pages
    assert "Whom to recruit" in pages[0].extract_text()


def test_an_office_where_nobody_waits_says_so(empty: Mentorctl) -> None:
    (line,) = empty("pair", "shortages", "--scheme", "buddy").lines
    assert line == "Buddy: 0 newcomers wait without a pair."


@pytest.mark.parametrize("number", ["0", "-1", "many", "1000"])
def test_an_impossible_number_of_mentors_is_wrong_usage(number: str, empty: Mentorctl) -> None:
    ran = empty("pair", "shortages", "--with", number)
    assert (ran.code, ran.out) == (2, "")
    said = ran.err.splitlines()[-1]
    assert said.endswith(f"not a number of mentors from 1 to 999: '{number}'")
    assert "500" not in ran.err


def test_a_large_office_is_told_which_scheme_is_looked_at(
    example: Mentorctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = example("pair", "shortages", "--scheme", "buddy")
    monkeypatch.setattr(shortages, "_MANY", 1)
    large = example("pair", "shortages", "--scheme", "buddy")
    assert (small.err, large.err) == ("", "Looking at Buddy …\n")
    assert large.out == small.out


def test_an_unknown_scheme_is_refused(empty: Mentorctl) -> None:
    empty("pair", "shortages", "--scheme", "nothing").refused("nothing")
