from datetime import UTC, datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.office import Office
from mentorapp.exchange.calendars import calendar_file
from tests.factories import TODAY, an_event, an_office

STAMP = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def lines_of(data: bytes) -> list[str]:
    """Unfolded as RFC 5545 section 3.1 tells readers to."""
    assert data.endswith(b"\r\n")
    return data[:-2].replace(b"\r\n ", b"").decode().split("\r\n")


def properties(data: bytes) -> dict[str, str]:
    inside = lines_of(data)
    inside = inside[inside.index("BEGIN:VEVENT") + 1 : inside.index("END:VEVENT")]
    return {line.partition(":")[0]: line.partition(":")[2] for line in inside}


def read_text(value: str) -> str:
    """The text a reader makes of a value, section 3.3.11."""
    told, letters = "", iter(value)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters)
            assert escaped in "\\;,nN"
            told += "\n" if escaped in "nN" else escaped
        else:
            assert letter not in ";,\n"
            told += letter
    return told


def test_the_event_stands_in_local_time_with_its_zone() -> None:
    event = an_event(name="Kaffe, kake; og prat", description="Første linje\nandre")
    data = calendar_file(event, an_office(), "Ingrid, 75 54 12 30", STAMP)
    told = properties(data)
    assert told["DTSTART;TZID=Europe/Oslo"] == "20261203T180000"
    assert told["DTEND;TZID=Europe/Oslo"] == "20261203T200000"
    assert told["DTSTAMP"] == "20261123T083000Z"
    assert told["UID"] == f"{event.id}@mentorapp"
    assert read_text(told["SUMMARY"]) == "Kaffe, kake; og prat"
    assert read_text(told["DESCRIPTION"]) == "Første linje\nandre"
    assert (told["LOCATION"], told["STATUS"], told["SEQUENCE"]) == ("Biblioteket", "CONFIRMED", "0")


def test_a_cancelled_event_takes_the_earlier_one_out_of_the_calendar() -> None:
    told = properties(
        calendar_file(an_event(cancelled_on=TODAY, version=3), an_office(), "", STAMP)
    )
    assert (told["STATUS"], told["SEQUENCE"]) == ("CANCELLED", "2")


def test_what_is_not_known_is_left_out() -> None:
    event = an_event(ends_at=None, place="", description=" ")
    told = properties(calendar_file(event, an_office(), "", STAMP))
    assert not {"LOCATION", "DESCRIPTION", "CONTACT"} & set(told)
    assert not any(name.startswith("DTEND") for name in told)


@pytest.mark.parametrize("country", ["NO", "DK", "SE", "FI", "FO", "IS", "SJ", "AX"])
def test_another_reader_of_the_zone_gets_the_hours_right(country: str) -> None:
    """Held against the time zone database through a reader that is not ours."""
    data = calendar_file(an_event(), an_office(country=country), "", STAMP)
    zones = tzical(StringIO("\n".join(lines_of(data))))
    (name,) = zones.keys()
    ours, known = zones.get(name), ZoneInfo(name)
    days = [
        (2026, 1, 15),
        (2026, 3, 28),
        (2026, 3, 30),
        (2026, 7, 1),
        (2027, 10, 30),
        (2027, 11, 1),
    ]
    for year, month, day in days:
        at = datetime(year, month, day, 18, tzinfo=UTC).replace(tzinfo=None)
        assert at.replace(tzinfo=ours).utcoffset() == at.replace(tzinfo=known).utcoffset()


def test_a_country_without_a_known_zone_has_the_wall_clock() -> None:
    data = calendar_file(an_event(), an_office(country="GL"), "", STAMP)
    assert properties(data)["DTSTART"] == "20261203T180000"
    assert b"VTIMEZONE" not in data


@given(st.text(max_size=400), st.text(max_size=300))
def test_any_text_comes_through_in_lines_of_75_octets(name: str, place: str) -> None:
    data = calendar_file(an_event(name=f"x{name}", place=place), Office(), "", STAMP)
    parts = data.split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert all(part.decode() is not None for part in parts)
    assert b"\n" not in data.replace(b"\r\n", b"")
    told = read_text(properties(data)["SUMMARY"])
    wanted = "\n".join(f"x{name}".splitlines())
    assert told == "".join(c if c == "\n" or c.isprintable() else " " for c in wanted)
