"""Waiting lists without names and the answers to them, as the content of signed files."""

import re
from collections.abc import Mapping
from typing import Any

from mentorapp.domain.exchange_errors import NotAnExchangeFile
from mentorapp.domain.languages import Spoken
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.shared_lines import AnswerFile, Area, Line, ListFile, Offer
from mentorapp.exchange.told import Told

_MAX_LINES = 2_000
_LIST = frozenset({"list", "office", "municipality", "made_on", "lines"})
_ANSWER = frozenset({"list", "office", "municipality", "made_on", "offers"})
_TOLD = frozenset({"number", "age_band", "languages", "interests", "area"})
_LINE = _TOLD | {"wish_gender", "schemes"}
_OFFER = _TOLD | {"gender", "organisation_kind"}
_AREA = frozenset({"country", "municipality_code", "municipality", "district"})
_LIST_CODE = re.compile(r"[0-9a-f]{16}")
_LINE_CODE = re.compile(r"[0-9]{6}")
_KEY = re.compile(r"[a-z0-9_-]{1,60}")


def list_content(sent: ListFile) -> dict[str, Any]:
    """For ``signed_files.write``. Lines are by their random codes: the order tells nothing."""
    return {
        "list": sent.code,
        "office": sent.office,
        "municipality": sent.municipality,
        "made_on": sent.made_on.isoformat(),
        "lines": [line_json(one) for one in sorted(sent.lines, key=lambda one: one.code)],
    }


def read_list(content: Mapping[str, Any]) -> ListFile:
    """The list. Raises NotAnExchangeFile."""
    told = Told.of(content, _LIST)
    lines = tuple(line_of(one) for one in told.list("lines", _MAX_LINES))
    if len({one.code for one in lines}) != len(lines):
        raise NotAnExchangeFile
    return ListFile(
        code=_code(told, "list", _LIST_CODE),
        office=told.line("office"),
        municipality=told.line("municipality"),
        made_on=told.day("made_on"),
        lines=lines,
    )


def answer_content(answer: AnswerFile) -> dict[str, Any]:
    """For ``signed_files.write``."""
    return {
        "list": answer.code,
        "office": answer.office,
        "municipality": answer.municipality,
        "made_on": answer.made_on.isoformat(),
        "offers": [
            {"line": code, "mentor": offer_json(offer)}
            for code, offer in sorted(answer.offers.items())
        ],
    }


def read_answer(content: Mapping[str, Any]) -> AnswerFile:
    """The answer. Raises NotAnExchangeFile."""
    told = Told.of(content, _ANSWER)
    offers: dict[str, Offer] = {}
    for one in told.list("offers", _MAX_LINES):
        offer = Told.of(one, frozenset({"line", "mentor"}))
        code = _code(offer, "line", _LINE_CODE)
        if code in offers:
            raise NotAnExchangeFile
        offers[code] = offer_of(offer.fields["mentor"])
    return AnswerFile(
        code=_code(told, "list", _LIST_CODE),
        office=told.line("office"),
        municipality=told.line("municipality"),
        made_on=told.day("made_on"),
        offers=offers,
    )


def line_json(line: Line) -> dict[str, Any]:
    """A newcomer's line, also as it is stored."""
    return {
        **_told_json(line),
        "wish_gender": line.wish_gender.value,
        "schemes": sorted(line.schemes),
    }


def line_of(value: object) -> Line:
    """What ``line_json`` gave. Raises NotAnExchangeFile."""
    told = Told.of(value, _LINE)
    return Line(
        code=_code(told, "number", _LINE_CODE),
        age_band=told.maybe("age_band", AgeBand),
        languages=_spoken(told),
        interests=_keys(told, "interests"),
        area=_area(told),
        wish_gender=told.choice("wish_gender", Gender),
        schemes=tuple(sorted(_keys(told, "schemes"))),
    )


def offer_json(offer: Offer) -> dict[str, Any]:
    """A mentor who is offered, also as it is stored."""
    kind = offer.organisation_kind
    return {
        **_told_json(offer),
        "gender": offer.gender.value,
        "organisation_kind": kind.value if kind else "",
    }


def offer_of(value: object) -> Offer:
    """What ``offer_json`` gave. Raises NotAnExchangeFile."""
    told = Told.of(value, _OFFER)
    return Offer(
        code=_code(told, "number", _LINE_CODE),
        age_band=told.maybe("age_band", AgeBand),
        languages=_spoken(told),
        interests=_keys(told, "interests"),
        area=_area(told),
        gender=told.choice("gender", Gender),
        organisation_kind=told.maybe("organisation_kind", OrganisationKind),
    )


def _told_json(told: Line | Offer) -> dict[str, Any]:
    area = told.area
    return {
        "number": told.code,
        "age_band": told.age_band.value if told.age_band else "",
        "languages": sorted(map(str, told.languages)),
        "interests": sorted(told.interests),
        "area": {
            "country": area.country,
            "municipality_code": area.municipality_code,
            "municipality": area.municipality,
            "district": area.district,
        }
        if area
        else None,
    }


def _code(told: Told, name: str, pattern: re.Pattern[str]) -> str:
    found = told.line(name)
    if not pattern.fullmatch(found):
        raise NotAnExchangeFile
    return found


def _keys(told: Told, name: str) -> frozenset[str]:
    found = told.texts(name)
    if not all(_KEY.fullmatch(one) for one in found):
        raise NotAnExchangeFile
    return frozenset(found)


def _spoken(told: Told) -> frozenset[Spoken]:
    found = told.texts("languages")
    try:
        spoken = frozenset(Spoken.parse(one) for one in found)
    except ValueError:
        raise NotAnExchangeFile from None
    if not all(_KEY.fullmatch(one.language) for one in spoken):
        raise NotAnExchangeFile
    return spoken


def _area(told: Told) -> Area | None:
    if told.fields["area"] is None:
        return None
    area = Told.of(told.fields["area"], _AREA)
    return Area(
        country=area.line("country", 2),
        municipality_code=area.line("municipality_code", 20),
        municipality=area.line("municipality"),
        district=area.line("district"),
    )
