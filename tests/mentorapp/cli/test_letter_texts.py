"""``letter-texts``: which wordings a native reader has approved."""

from tests.mentorapp.cli.running import Mentorctl


def test_a_text_is_approved_by_name_and_the_approval_can_be_taken_back(small: Mentorctl) -> None:
    before = small("letter-texts", "list", "--unapproved", "--json").json
    assert {"uk", "ar", "prs", "ti", "so", "pl"} == {one["language"] for one in before}
    assert all(one["two_columns"] for one in before)

    said = small("letter-texts", "approve", "pairing_newcomer", "ti", "--by", "Selam Tesfay")
    assert "Selam Tesfay" in said.out
    (approved,) = (
        one
        for one in small("letter-texts", "list", "--json").json
        if (one["kind"], one["language"]) == ("pairing_newcomer", "ti")
    )
    assert approved["approved_by"] == "Selam Tesfay"
    assert not approved["two_columns"]
    assert "Selam Tesfay" in small("letter-texts", "list").out

    small("letter-texts", "withdraw", "pairing_newcomer", "ti")
    assert small("letter-texts", "list", "--unapproved", "--json").json == before


def test_what_has_no_text_cannot_be_approved(small: Mentorctl) -> None:
    small("letter-texts", "approve", "hours_certificate", "ti", "--by", "Selam").refused("no text")


def test_the_language_of_the_text_is_not_the_language_of_the_answer(small: Mentorctl) -> None:
    said = small("letter-texts", "approve", "waiting", "ar", "--by", "Selam", "--language", "nb")
    assert "Godkjent av Selam" in said.out
    taken_back = small("letter-texts", "withdraw", "waiting", "ar", "--language", "nb")
    assert "Godkjenningen" in taken_back.out


def test_nobody_approves_on_a_day_to_come(small: Mentorctl) -> None:
    ran = small("letter-texts", "approve", "waiting", "ar", "--by", "Selam", "--on", "2062-12-24")
    ran.refused("future")


def test_the_list_tells_what_to_type(small: Mentorctl) -> None:
    line = next(x for x in small("letter-texts", "list").lines if x.startswith("waiting"))
    assert " uk " in "\n".join(small("letter-texts", "list").lines), line


def test_whoever_approves_a_text_can_read_it_there_also_where_it_is_no_letter(
    small: Mentorctl,
) -> None:
    assert "Чи був перекладач" in small("letter-texts", "show", "questions_start", "uk").out
    assert "Запрошення" in small("letter-texts", "show", "event_invitation", "uk").out
    small("letter-texts", "show", "hours_certificate", "uk").refused("no text")
    said = small("letter-texts", "approve", "event_invitation", "uk", "--by", "Olena Koval")
    assert "Olena Koval" in said.out
