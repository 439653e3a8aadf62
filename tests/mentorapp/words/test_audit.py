import re
from datetime import UTC, datetime
from pathlib import Path

import mentorapp.operations
from mentorapp.domain.audit_chain import Break, End, Fault, Verdict
from mentorapp.operations.audit import _KINDS
from mentorapp.words import Words
from mentorapp.words.audit import LOOKED_THROUGH, say_break, say_verdict
from mentorapp.words.fields import kind_label


def test_every_place_where_somebody_protected_is_shown_has_a_name() -> None:
    folder = Path(mentorapp.operations.__file__).parent
    calls = re.compile(r'looks\.(?:seen|listed)\(\s*tx,\s*"([a-z_.]+)"')
    noted = {name for file in folder.glob("*.py") for name in calls.findall(file.read_text())}

    assert noted == set(LOOKED_THROUGH)


def test_every_kind_of_record_has_a_name_in_the_log() -> None:
    words = Words("en")
    kinds = [kind for kind in _KINDS.values() if kind != "audit_entry"]

    assert all(kind_label(words, kind) for kind in kinds)


def test_every_fault_is_told_with_its_lines() -> None:
    words = Words("en")

    said = {fault: say_break(words, Break(fault, 3, 7)) for fault in Fault}

    assert said[Fault.CHANGED] == "Changed or moved: line 3–7."
    assert say_break(words, Break(Fault.MISSING, 4, 4)) == "Missing: line 4."
    assert len(set(said.values())) == len(Fault)
    assert not any("%(" in one for one in said.values())


def test_a_whole_log_is_told_with_the_code_of_its_end() -> None:
    end = End(12, bytes.fromhex("0123456789abcdef" * 4))

    assert say_verdict(Words("en"), Verdict(12, end, ())) == [
        "The log is whole: 12 lines, none changed, moved or removed.",
        "It ends with the code 04HMA-SW9NF.",
    ]
    at = datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert say_verdict(Words("en"), Verdict(12, end, (), 4, at, "Aud"))[1].startswith(
        "It begins with line 5: Aud removed those before (27 "
    )
    broken = Verdict(12, end, (Break(Fault.MISSING, 4, 4),))
    assert say_verdict(Words("en"), broken)[0] == "Missing: line 4."
