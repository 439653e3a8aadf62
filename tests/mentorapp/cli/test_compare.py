"""``compare``: a quarter leaves with small numbers hidden and is laid beside others."""

import json
from pathlib import Path

from pypdf import PdfReader

from mentorapp.domain.comparisons import Compared
from tests.mentorapp.cli.running import Mentorctl


def test_a_file_holds_no_small_number_and_is_shown_beside_the_own_quarter(
    small: Mentorctl, tmp_path: Path
) -> None:
    made = small("compare", "write", "--period", "2026Q4", "--out", tmp_path, "--json").json
    content = json.loads(Path(made["file"]).read_text(encoding="utf-8"))["content"]
    figures = {one["measure"]: one for one in content["figures"]}
    assert set(figures) == {one.value for one in Compared}
    assert not [one for one in figures.values() if one["value"] in range(1, 5)]
    assert figures["new_mentors"]["hidden"] == "small"  # three

    shown = small("compare", "show", made["file"], "--own", "--json").json
    assert [one["quarter"] for one in shown] == ["2026Q3", "2026Q4"]
    assert all(one["known"] for one in shown)
    assert content["in_work"] == {"least_minutes": 60, "subsidised_counts": True}
    lines = small("compare", "show", made["file"]).lines
    assert "In work: at least one hour of paid work a week; work on a wage subsidy counts." in lines
    assert any("New mentors" in line and "<5" in line for line in lines)


def test_the_table_is_one_landscape_page_in_the_readers_language(
    example: Mentorctl, tmp_path: Path
) -> None:
    made = [
        example("compare", "write", "--period", period, "--out", tmp_path, "--json").json["file"]
        for period in ("2026Q1", "2026Q2", "2026Q3")
    ]
    for language, title, means in (
        ("en", "Comparison between offices", "In work: at least one hour of paid work a week"),
        ("nb", "Sammenligning", "I arbeid: minst én time lønnet arbeid i uka"),
    ):
        pdf = tmp_path / f"{language}.pdf"
        one = Mentorctl(example.office, language=language)
        assert one("compare", "print", *made, "--own", "--out", pdf).code == 0
        (page,) = PdfReader(pdf).pages
        assert page.mediabox.width > page.mediabox.height
        assert title in page.extract_text()
        assert means in " ".join(page.extract_text().split())


def test_a_changed_file_and_a_list_are_refused(small: Mentorctl, tmp_path: Path) -> None:
    made = Path(small("compare", "write", "--out", tmp_path, "--json").json["file"])
    small("lists", "read", made).refused("figures to compare")
    made.write_bytes(made.read_bytes().replace(b'"hidden":"small"', b'"hidden":"other"', 1) + b" ")
    small("compare", "show", made).refused("changed after it was signed")


def test_a_quarter_that_has_not_begun_has_nothing_to_tell(small: Mentorctl, tmp_path: Path) -> None:
    small("compare", "write", "--period", "2027Q1", "--out", tmp_path).refused("2027Q1")
    assert list(tmp_path.glob("comparison*")) == []
