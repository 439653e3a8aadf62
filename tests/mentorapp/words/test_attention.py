import re
from dataclasses import replace

import pytest

from mentorapp.domain.driving_warnings import PERMIT
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.networks import NetworkStage
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.questionnaires import Moment
from mentorapp.domain.records import new_id
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.attention import say, say_open

DETAILS: dict[AttentionKind, list[str]] = {
    AttentionKind.FOLLOW_UP: [kind.value for kind in FollowUpKind],
    AttentionKind.LETTER: [kind.value for kind in LetterKind],
    AttentionKind.DRIVING_PERMIT: sorted(kind.value for kind in PERMIT),
    AttentionKind.OUTCOME: [point.value for point in OutcomePoint],
    AttentionKind.PLAN_STEP: ["1", "3"],
    AttentionKind.EVENT_SOON: ["1", "12"],
    AttentionKind.EVENT_ATTENDANCE: ["1", "12"],
    AttentionKind.PLACEMENT_MIDWAY: ["30017"],
    AttentionKind.PLACEMENT_ENDS: ["30017"],
    AttentionKind.PLACEMENT_OVER: ["30017"],
    AttentionKind.NETWORK_QUESTION: [stage.value for stage in NetworkStage],
    AttentionKind.QUESTIONS_OUT: [moment.value for moment in Moment],
    AttentionKind.UNFINISHED_FORM: [form.value for form in FormKind],
}
WHO = "Kari & <b>100%(x)s"


def about(kind: AttentionKind, days: int, number: int = 30017, detail: str = "") -> Attention:
    return Attention(
        kind=kind,
        severity=Severity.YELLOW,
        who=WHO,
        days=days,
        subject_id=new_id(),
        pairing_number=number,
        detail=detail or DETAILS.get(kind, [""])[0],
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [-3, -1, 0, 1, 33])
@pytest.mark.parametrize("kind", AttentionKind)
def test_every_line_of_the_day_is_a_sentence_with_who_it_is_about(
    kind: AttentionKind, days: int, language: str
) -> None:
    for detail in DETAILS.get(kind, [""]):
        said = say(Words(language), about(kind, days, detail=detail))

        assert WHO in said
        assert "30017" in said
        assert "-" not in re.sub("follow-up|thank-you", "", said, flags=re.IGNORECASE)
        assert "%(" not in said.replace(WHO, "")


@pytest.mark.parametrize("kind", AttentionKind)
def test_every_line_has_words_of_its_own_in_bokmal(kind: AttentionKind) -> None:
    assert say(Words("nb"), about(kind, 3)) != say(Words("en"), about(kind, 3))


def test_a_line_without_a_pairing_has_no_number() -> None:
    said = say(Words("en"), about(AttentionKind.WAITING, 100, number=0))

    assert said == f"Has waited 100 days for a mentor: {WHO}"


@pytest.mark.parametrize(
    ("days", "beginning"),
    [
        (2, "Police certificate expired 2 days ago"),
        (0, "Police certificate expires today"),
        (-1, "Police certificate expires in 1 day"),
    ],
)
def test_days_are_counted_from_today_in_both_directions(days: int, beginning: str) -> None:
    assert say(Words("en"), about(AttentionKind.CERTIFICATE, days)).startswith(beginning)


def test_a_mentor_of_a_family_without_a_certificate_is_told_so() -> None:
    said = say(Words("en"), about(AttentionKind.CERTIFICATE, 0, detail="missing"))
    assert said.startswith("Meets a family with children and has shown no police certificate")


@pytest.mark.parametrize(
    "kind",
    [
        AttentionKind.FOLLOW_UP,
        AttentionKind.FIRST_MEETING,
        AttentionKind.SILENT,
        AttentionKind.LETTER,
    ],
)
def test_about_a_pair_whose_names_stand_beside_it_no_name_is_said(kind: AttentionKind) -> None:
    for language in LANGUAGES:
        said = say_open(Words(language), about(kind, 3))
        assert said
        assert "Kari" not in said
        assert "%(" not in said


def test_a_name_written_from_the_right_does_not_swallow_the_number_behind_it() -> None:
    arabic = replace(about(AttentionKind.SILENT, 3), who="محمد حسن علي")
    assert "\u2068محمد حسن علي\u2069 (" in say(Words("en"), arabic)
    assert "\u2068" not in say(Words("en"), about(AttentionKind.SILENT, 3))


def test_what_is_not_on_the_list_is_told_as_a_number() -> None:
    line = about(AttentionKind.NO_COORDINATOR, 33, number=0)
    assert say(Words("en"), line) == f"Nobody responsible for 33 days: {WHO}"
    told = say(Words("en"), replace(line, more=11))
    assert told == f"Nobody responsible for 33 days: {WHO}, and 11 more"
