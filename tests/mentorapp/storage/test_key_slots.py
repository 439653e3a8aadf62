"""The keys of an office come out of their slots for who may have them, and for nobody else."""

import json
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.key_errors import (
    LastWayIn,
    NoSlotOpens,
    PassphraseTaken,
    SlotsTooNew,
    SlotsUnreadable,
)
from mentorapp.storage.key_slots import (
    KeySlots,
    OfficeKeys,
    Stretching,
    Way,
    as_text,
    from_text,
    is_whole,
)

#: As little work as is allowed: the tests are about what opens, not about how slowly.
QUICK = Stretching("00" * 16, memory=8 * 1024, passes=1, lanes=1)
OFFICE = UUID(int=7)
KEYS = OfficeKeys.new()
RECOVERY = bytes(range(20))


def slots() -> KeySlots:
    return (
        KeySlots(str(OFFICE), QUICK)
        .with_passphrase(KEYS, "Mona", "fire våte sokker i regn")
        .with_passphrase(KEYS, "Ola", "correct horse battery")
        .with_secret(KEYS, Way.RECOVERY, RECOVERY)
    )


def test_each_coordinator_comes_in_with_her_own_passphrase() -> None:
    mona, ola = (slots().opened_by(p) for p in ("fire våte sokker i regn", "correct horse battery"))
    assert (mona.holder, ola.holder) == ("Mona", "Ola")
    assert mona.keys == ola.keys == KEYS


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it() -> None:
    assert slots().opened_by(" fire va\u030ate  sokker i regn ").holder == "Mona"


@pytest.mark.parametrize("wrong", ["", "fire våte sokker", "Fire våte sokker i regn"])
def test_a_wrong_passphrase_opens_nothing(wrong: str) -> None:
    with pytest.raises(NoSlotOpens):
        slots().opened_by(wrong)


def test_the_recovery_key_opens_where_every_passphrase_is_forgotten() -> None:
    assert slots().opened_by_secret(Way.RECOVERY, RECOVERY).keys == KEYS
    with pytest.raises(NoSlotOpens):
        slots().opened_by_secret(Way.KEYRING, RECOVERY)


def test_two_coordinators_cannot_have_the_same_passphrase() -> None:
    with pytest.raises(PassphraseTaken):
        slots().with_passphrase(KEYS, "Kari", "correct horse battery")


def test_who_is_taken_out_does_not_come_in_any_more() -> None:
    with_both = slots()
    without = with_both.without(with_both.of("Ola"))
    with pytest.raises(NoSlotOpens):
        without.opened_by("correct horse battery")
    assert without.opened_by("fire våte sokker i regn").holder == "Mona"


def test_the_office_gets_a_new_key_while_its_coordinators_are_at_home() -> None:
    before, new = slots(), replace(OfficeKeys.new(), protected=KEYS.protected)
    after = before.without(before.of("Ola")).refilled(replace(new, protected=b""))
    assert after.opened_by("fire våte sokker i regn").keys == new
    assert after.opened_by_secret(Way.RECOVERY, RECOVERY).keys == new
    with pytest.raises(NoSlotOpens):
        after.opened_by("correct horse battery")


def test_where_protected_people_live_is_for_their_handlers_alone() -> None:
    before, new = slots(), OfficeKeys.new()
    after = before.refilled(new, before.of("Mona"))
    assert after.opened_by("fire våte sokker i regn").keys == new
    assert after.opened_by("correct horse battery").keys == replace(new, protected=b"")
    later = after.with_passphrase(replace(new, protected=b""), "Kari", "elleve rare ord her")
    assert later.opened_by("elleve rare ord her").keys.protected == b""


def test_a_slot_given_to_another_holder_opens_nothing() -> None:
    first, *others = slots().slots
    moved = replace(slots(), slots=(replace(first, holder="Ola"), *others))
    with pytest.raises(NoSlotOpens):
        moved.opened_by("fire våte sokker i regn")


def test_the_secret_of_one_machine_is_never_the_only_way_in() -> None:
    one = KeySlots(str(OFFICE), QUICK).with_secret(KEYS, Way.KEYRING, b"k" * 32)
    one = one.with_secret(KEYS, Way.RECOVERY, RECOVERY)
    with pytest.raises(LastWayIn):
        one.without([one.slots[1].id])


def test_the_file_tells_no_key() -> None:
    text = as_text(slots(), KEYS)
    for secret in (KEYS.office.hex(), KEYS.salt.hex(), KEYS.protected.hex()):
        assert secret not in text
    assert "office=" not in repr(KEYS)


def test_what_is_written_is_read_back() -> None:
    before = slots()
    text = as_text(before, KEYS)
    assert from_text(text) == before
    assert is_whole(text, KEYS)


def test_a_slot_taken_from_another_file_is_seen_by_the_seal() -> None:
    before = slots()
    told = json.loads(as_text(before, KEYS))
    told["slots"].pop()
    assert not is_whole(json.dumps(told), KEYS)


def test_a_slot_moved_to_another_office_opens_nothing() -> None:
    moved = replace(slots(), office=str(UUID(int=8)))
    with pytest.raises(NoSlotOpens):
        moved.opened_by("correct horse battery")


def test_a_newer_file_is_told_apart_from_a_damaged_one() -> None:
    told = json.loads(as_text(slots(), KEYS))
    with pytest.raises(SlotsTooNew):
        from_text(json.dumps(told | {"format": 2}))


@pytest.mark.parametrize(("figure", "value"), [("memory", 1 << 30), ("passes", 0), ("lanes", 99)])
def test_a_file_cannot_ask_for_all_the_memory_nor_for_no_work(figure: str, value: int) -> None:
    told = json.loads(as_text(slots(), KEYS))
    told["stretching"][figure] = value
    with pytest.raises(SlotsUnreadable):
        from_text(json.dumps(told))


def test_a_damaged_salt_is_told_from_a_wrong_passphrase() -> None:
    told = json.loads(as_text(slots(), KEYS))
    told["stretching"]["salt"] = "beef" + told["stretching"]["salt"][4:]
    with pytest.raises(SlotsUnreadable):
        from_text(json.dumps(told))


def test_a_file_of_before_there_was_a_sum_is_read() -> None:
    told = json.loads(as_text(slots(), KEYS))
    del told["sum"]
    assert len(from_text(json.dumps(told)).slots) == 3


@given(st.data())
def test_a_damaged_file_is_refused_or_opens_nothing_wrong(data: st.DataObject) -> None:
    text = as_text(ONCE, KEYS)
    at = data.draw(st.integers(0, len(text) - 1))
    hurt = text[:at] + data.draw(st.characters()) + text[at + 1 :]
    try:
        read = from_text(hurt)
        opened = read.opened_by_secret(Way.RECOVERY, RECOVERY)
    except (SlotsUnreadable, SlotsTooNew, NoSlotOpens):
        return
    assert opened.keys == KEYS


ONCE = slots()
