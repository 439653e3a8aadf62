"""``interviews`` and ``quotes``: what people say, and what of it may be printed."""

from pathlib import Path

from tests.mentorapp.cli.running import Mentorctl


def test_an_interview_becomes_figures_with_the_number_of_answers(
    small: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    noted = small("interviews", "add", numbers["Sahra"], "--rate", "fit=4", "--rate", "language=5",
                  "--answer", "good=We cook = we talk", "--by", "Mona", "--json").json  # fmt: skip
    assert noted["answers"] == {"good": "We cook = we talk"}
    small("interviews", "change", noted["interview"], "--rate", "fit=2")
    small("interviews", "add", numbers["Khaled"], "--rate", "fit=5")
    figures = small("interviews", "figures", "--json").json
    assert figures["ratings"]["fit"]["average"] == 3.5
    assert figures["ratings"]["fit"]["answers"] == 2
    assert "3.5 of 5 (2 answers)" in small("interviews", "figures").out
    assert "nobody answered" in small("interviews", "figures").out
    assert "We cook = we talk" in small("interviews", "list", numbers["Sahra"]).out
    assert len(small("interviews", "list").lines) == 4
    small("interviews", "remove", noted["interview"])
    assert small("interviews", "figures", "--json").json["interviews"] == 1
    small("interviews", "form", "--out", tmp_path / "form.pdf")
    assert (tmp_path / "form.pdf").exists()


def test_a_rating_beyond_five_and_a_question_nobody_knows_are_refused(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    small("interviews", "add", numbers["Sahra"], "--rate", "fit=6").refused("Ratings")
    assert small("interviews", "add", numbers["Sahra"], "--answer", "health=well").code == 2
    small("interviews", "add", numbers["Sahra"]).refused("Answer or rating")


def test_a_quotation_is_printed_from_the_consent_until_it_is_taken_back(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    noted = small(
        "quotes", "add", numbers["Sahra"], "I got out.", "--credit", "woman, 20", "--json"
    )
    quote = noted.json["quote"]
    assert small("quotes", "printable", "--json").json == []
    small("quotes", "consent", quote)
    (told,) = small("quotes", "printable", "--json").json
    assert told == {"text": "I got out.", "credit": "woman, 20", "said_on": "2026-11-23"}
    said = small("quotes", "withdraw", quote).out
    assert "Withdrawn on 23 Nov 2026: is not printed" in said
    assert small("quotes", "printable", "--json").json == []
    assert len(small("quotes", "list", "--person", numbers["Sahra"], "--json").json) == 1
    small("quotes", "remove", quote)
    assert small("quotes", "list", "--json").json == []


def test_quotations_of_the_example_are_signed_as_whoever_said_them(example: Mentorctl) -> None:
    people = {one["number"]: one for one in example("people", "--json").json}
    who = {"kvinne": "woman", "mann": "man"}
    signed = [one for one in example("quotes", "list", "--json").json if ", " in one["credit"]]
    assert signed
    for one in signed:
        gender, age = one["credit"].split(", ")
        person = people[one["person"]]
        assert who[gender] == person["gender"]
        assert int(age) == example.today.year - person["birth_year"]


def test_an_empty_list_is_said_and_empty_json(empty: Mentorctl) -> None:
    assert empty("quotes", "list").lines == ["There is nothing to show yet."]
    assert empty("quotes", "list", "--json").json == []
