from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain import recovery_key
from mentorapp.domain.key_errors import RecoveryKeyMistyped
from mentorapp.operations.recovery_papers import check_typed, recovery_paper
from mentorapp.words import LANGUAGES, Words

KEY = bytes(range(20))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_is_one_page_with_all_groups_and_the_office_it_belongs_to(language: str) -> None:
    pdf = recovery_paper(KEY, "Lillevik <b>& omegn", Words(language), date(2026, 11, 27))
    (page,) = PdfReader(BytesIO(pdf)).pages
    said = page.extract_text()
    assert all(group in said for group in recovery_key.printed(KEY))
    assert "Lillevik <b>& omegn" in said


def test_the_same_key_gives_the_same_paper_and_no_trace_in_what_the_file_says_of_itself() -> None:
    made = [recovery_paper(KEY, "Lillevik", Words("en"), date(2026, 11, 27)) for _ in range(2)]
    assert made[0] == made[1]
    told = str(PdfReader(BytesIO(made[0])).metadata)
    assert not any(group in told for group in recovery_key.printed(KEY))


@pytest.mark.parametrize("between", ["", " ", "-"])
def test_a_group_is_taken_however_it_is_written(between: str) -> None:
    group = recovery_key.printed(KEY)[3].lower().replace("0", "o").replace("1", "l")
    check_typed(KEY, 4, f" {group[:2]}{between}{group[2:]} ")


def test_another_group_or_none_is_refused_by_its_place() -> None:
    for text in ("", "XXXXX", recovery_key.printed(KEY)[0]):
        with pytest.raises(RecoveryKeyMistyped) as refused:
            check_typed(KEY, 4, text)
        assert refused.value.group == 4
