"""What was not agreed, in words."""

from mentorapp.domain.errors import MentorFull, PairNotAllowed
from mentorapp.words import Words
from mentorapp.words.acceptance import say_not_agreed


def test_how_many_were_not_agreed_and_why() -> None:
    refused = [
        ("Young One – Marit Bekkelund", PairNotAllowed(("certificate_missing",))),
        ("A A – Full One", MentorFull(1, "Full One")),
    ]
    head, *lines = say_not_agreed(Words("en"), refused)
    assert head == "2 proposals were not agreed:"
    assert lines[0].startswith("Young One – Marit Bekkelund: These two cannot be paired: ")
    assert "Full One" in lines[1]
    assert say_not_agreed(Words("en"), refused, most=1) == [head, lines[0]]
    assert say_not_agreed(Words("en"), []) == []
