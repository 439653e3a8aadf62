"""``mentorctl`` on an empty office and on the example."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mentorapp.cli.running import Mentorctl

WriteFile = Callable[[str, str], Path]


@pytest.fixture
def empty(office_file: Path) -> Mentorctl:
    """On an office in which nobody is registered."""
    return Mentorctl(office_file)


@pytest.fixture
def example(example_file: Path) -> Mentorctl:
    """On a copy of the example office."""
    return Mentorctl(example_file)


@pytest.fixture
def write(tmp_path: Path) -> WriteFile:
    """Write a text file; returns its path."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written
