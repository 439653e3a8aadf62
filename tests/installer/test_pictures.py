from pathlib import Path

import pytest

from installer import pictures


@pytest.mark.slow
def test_every_page_is_painted_and_the_office_is_left_as_it_was(
    office_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = office_file.read_bytes()

    code = pictures.main([str(office_file), str(tmp_path / "pictures"), "--language", "en"])

    assert code == 0
    painted = {file.name for file in (tmp_path / "pictures").iterdir()}
    assert {"today-en.png", "map-en.png", "letters-en.png", "settings-en.png"} <= painted
    assert office_file.read_bytes() == before
