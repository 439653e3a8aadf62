"""``--help`` in every language of the program."""

from argparse import ArgumentParser

import pytest

from mentorapp.cli.__main__ import all_commands
from mentorapp.cli.help_texts import speak, texts
from tests.mentorapp.cli.running import run


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "brev som skal ut"),
        ("nn", "brev som skal ut, og brev som er skrivne ut"),
        ("da", "breve, der skal ud"),
        ("en", "letters that are due and issued"),
    ],
)
def test_help_is_in_the_language_that_is_asked_for(language: str, said: str) -> None:
    for asked in (("--language", language), (f"--language={language}",)):
        told = run(*asked, "letters", "--help").out
        assert said in " ".join(told.split())


def test_no_text_of_the_help_is_left_in_english() -> None:
    english = texts(all_commands())
    # Codes that are typed, examples, and words that are the same.
    same = {"recommend, fit, language, at_home", "mentors, newcomers, …", "with words"}
    for language in ("nb", "nn", "da"):
        parser = all_commands()
        speak(parser, ["--help"], language)
        left = set(texts(parser)) & set(english) - same
        assert all(" " not in one or "," in one for one in left), left


def test_nothing_is_translated_where_nobody_asks() -> None:
    parser = all_commands()
    speak(parser, ["letters", "list"], "nb")
    assert texts(parser) == texts(all_commands())


def test_a_language_that_there_is_not_is_left_to_the_commands() -> None:
    parser = ArgumentParser(description="find pairs")
    speak(parser, ["--help", "--language", "xx"], "nb")
    assert parser.description == "find pairs"
