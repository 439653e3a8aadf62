from datetime import date
from pathlib import Path

import pytest

from installer import pictures
from mentorapp.operations import example_office


@pytest.mark.slow
def test_everything_there_is_to_see_is_painted_and_the_office_is_left_as_it_was(
    tmp_path: Path,
) -> None:
    office = tmp_path / "office.db"
    example_office.make(office, date(2026, 11, 23), "en").close()
    before = office.read_bytes()
    folder = tmp_path / "pictures"

    options = ["--language", "en", "--suffix=-en", "--today", "2026-11-23"]
    assert pictures.main([str(office), str(folder), *options]) == 0

    painted = {file.name for file in folder.iterdir()}
    assert {"today-en.png", "map-en.png", "letters-en.png", "person-file-en.png"} <= painted
    assert office.read_bytes() == before


@pytest.mark.slow
def test_an_office_without_a_pair_is_said_to_have_nothing_to_show(
    office_file: Path, tmp_path: Path
) -> None:
    with pytest.raises(SystemExit, match="no pair"):
        pictures.main([str(office_file), str(tmp_path / "pictures"), "--only", "letter"])
