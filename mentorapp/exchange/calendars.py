"""Calendar files (iCalendar, RFC 5545) with one event in each; nothing in them tells of guests."""

from collections.abc import Iterator
from datetime import UTC, datetime

from mentorapp.domain.events import Event
from mentorapp.domain.office import Office

_FOLD = 75  # octets of a line without its end, RFC 5545 section 3.1


def calendar_file(event: Event, office: Office, contact: str, stamped: datetime) -> bytes:
    """The event in the local time of the office's country; without a zone we know, in the time of
    wherever it is read, which RFC 5545 calls floating.

    ``contact`` is whom to call; ``stamped`` the moment the file is made, with its zone. A later
    version of the event replaces an earlier one in the reader's calendar, also to cancel it.
    """
    zone = _ZONES.get(office.country, "")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Mentorapp//Mentorapp//EN",
        "CALSCALE:GREGORIAN",
        *_timezone(zone),
        "BEGIN:VEVENT",
        f"UID:{event.id}@mentorapp",
        f"DTSTAMP:{stamped.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{event.version - 1}",
        _moment("DTSTART", event.starts_at, zone),
        *([_moment("DTEND", event.ends_at, zone)] if event.ends_at else []),
        f"SUMMARY:{_text(event.name)}",
        *_if_any("LOCATION", event.place),
        *_if_any("DESCRIPTION", event.description),
        *_if_any("CONTACT", contact),
        f"STATUS:{'CANCELLED' if event.cancelled_on else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _moment(name: str, at: datetime, zone: str) -> str:
    return f"{name}{f';TZID={zone}' if zone else ''}:{at:%Y%m%dT%H%M%S}"


def _if_any(name: str, text: str) -> Iterator[str]:
    if text.strip():
        yield f"{name}:{_text(text)}"


def _text(text: str) -> str:
    """RFC 5545 section 3.3.11; control characters, which it forbids, become spaces."""
    plain = "\n".join(text.splitlines())
    kept = "".join(one if one == "\n" or one.isprintable() else " " for one in plain)
    for one, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(one, escaped)
    return kept


def _folded(line: str) -> Iterator[bytes]:
    """The line in parts of at most 75 octets, never within a letter; later ones begin with a
    space.
    """
    part = b""
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > _FOLD:
            yield part
            part = b" "
        part += octets
    yield part


#: Countries to their zone. Greenland's rules changed in 2023 and 2024, so that it goes without.
_ZONES = {
    "NO": "Europe/Oslo",
    "SJ": "Europe/Oslo",
    "DK": "Europe/Copenhagen",
    "SE": "Europe/Stockholm",
    "FI": "Europe/Helsinki",
    "AX": "Europe/Helsinki",
    "FO": "Atlantic/Faroe",
    "IS": "Atlantic/Reykjavik",
}
#: Hours ahead of UTC in winter. Directive 2000/84/EC moves all clocks at 01:00 UTC on the last
#: Sundays of March and October; Iceland's stand still.
_WINTER = {"Atlantic/Faroe": 0, "Atlantic/Reykjavik": 0, "Europe/Helsinki": 2}


def _timezone(zone: str) -> Iterator[str]:
    """The zone's rules, so that the file needs nobody who knows them."""
    if not zone:
        return
    winter = _WINTER.get(zone, 1)
    yield from ("BEGIN:VTIMEZONE", f"TZID:{zone}")
    if zone == "Atlantic/Reykjavik":
        yield from ("BEGIN:STANDARD", "DTSTART:19700101T000000")
        yield from ("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD")
    else:
        for part, month, day, before, after in (
            ("DAYLIGHT", 3, "19700329", winter, winter + 1),
            ("STANDARD", 10, "19701025", winter + 1, winter),
        ):
            yield from (
                f"BEGIN:{part}",
                f"DTSTART:{day}T{1 + before:02d}0000",
                f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU",
                f"TZOFFSETFROM:+{before:02d}00",
                f"TZOFFSETTO:+{after:02d}00",
                f"END:{part}",
            )
    yield "END:VTIMEZONE"
