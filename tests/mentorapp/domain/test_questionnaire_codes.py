import pytest

from mentorapp.domain.questionnaire_codes import Code, code, read_code
from mentorapp.domain.questionnaires import Moment, Respondent

NEWCOMER, MENTOR = Respondent.NEWCOMER, Respondent.MENTOR


def test_what_is_printed_is_read_back() -> None:
    for who in Respondent:
        for when in Moment:
            assert read_code(code(30015, who, when)) == Code("30015", who, when)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("30015n2", Code("30015", NEWCOMER, Moment.MIDWAY)),
        (" 30 015 · M · 3 ", Code("30 015", MENTOR, Moment.CLOSING)),
        ("30015-n", Code("30015", NEWCOMER, None)),
        ("30015", Code("30015", None, None)),
        ("30015 2", Code("30015 2", None, None)),
        ("30015x1", Code("30015x1", None, None)),
        ("30015n4", Code("30015n4", None, None)),
        ("", Code("", None, None)),
    ],
)
def test_what_is_typed_is_read_as_far_as_it_goes(typed: str, read: Code) -> None:
    assert read_code(typed) == read
