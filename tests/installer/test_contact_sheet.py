from pathlib import Path

import pytest

from installer import contact_sheet, readme_pages
from mentorapp.operations import demo
from mentorapp.words import Words
from tests.factories import TODAY


@pytest.mark.slow
def test_every_letter_and_every_paper_of_the_example_office_is_on_a_sheet(tmp_path: Path) -> None:
    shown = tmp_path / "sheets"
    papers = tmp_path / "papers"
    demo.build(papers, TODAY, Words("nb"))

    assert contact_sheet.main([str(papers), str(shown)]) == 0

    names = {file.name for file in shown.iterdir()}
    assert {"letters-nb.png", "letters-nn.png", "letters-da.png", "letters-en.png"} <= names
    assert "reports.png" in names
    assert readme_pages.main([str(papers), str(tmp_path)]) == 0
    assert {"letter.png", "slips.png", "quarter.png"} <= {file.name for file in tmp_path.iterdir()}
