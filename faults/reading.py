"""Everything of ours that takes apart what came from outside, each as a function of bytes."""

from collections.abc import Callable
from datetime import date
from inspect import getmembers, isfunction, signature
from types import ModuleType

from mentorapp.domain import audit_chain, haystack, recovery_key, text
from mentorapp.domain.errors import Refused
from mentorapp.domain.named_places import streets
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.quarters import parse_period
from mentorapp.domain.questionnaire_codes import read_code
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.domain.typed_series import read_series
from mentorapp.exchange import (
    archives,
    cells,
    choices,
    consents,
    dates,
    delimited,
    free_times,
    lists,
    measures,
    pairs,
    sensitive,
    signed_files,
    spoken,
    spreadsheets,
)
from mentorapp.exchange.cells import Context
from mentorapp.exchange.rows import scheme_names
from mentorapp.reports import bidi
from mentorapp.reports.templates import TemplateError, fill
from mentorapp.reports.text import isolated, printable
from mentorapp.storage import key_slots

Reader = Callable[[bytes], object]

_CONTEXT = Context(date(2026, 11, 23), heading="navn", schemes=scheme_names(standard_schemes()))


def _of_cells(module: ModuleType) -> list[Reader]:
    """Each public function that takes a cell and its context."""
    found: list[Reader] = []
    for _name, one in getmembers(module, isfunction):
        names = [name.lstrip("_") for name in signature(one).parameters]
        if one.__module__ == module.__name__ and names == ["cell", "context"]:
            found.append(lambda data, one=one: one(_text(data), _CONTEXT))  # type: ignore[misc]
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _columns(data: bytes) -> object:
    decoded, _encoding = delimited.decode(data)
    delimited.check_is_text(decoded)
    return delimited.read_lines(decoded, delimited.choose_delimiter(decoded))


def _levels(data: bytes) -> object:
    shown = _text(data)
    return bidi.order_of(bidi.levels_of(shown, bidi.direction_of(shown)))


READERS: tuple[Reader, ...] = (
    *(
        reader
        for module in (cells, choices, consents, dates, free_times, lists, measures, pairs, spoken)
        for reader in _of_cells(module)
    ),
    _columns,
    _levels,
    archives.tidied,
    signed_files.read,
    lambda data: key_slots.from_text(_text(data)),
    lambda data: recovery_key.typed(_text(data)),
    lambda data: audit_chain.typed_code(_text(data)),
    lambda data: read_number(_text(data), NumberKind.PERSON),
    lambda data: read_code(_text(data)),
    lambda data: read_series(_text(data)),
    lambda data: parse_period(_text(data)),
    lambda data: haystack.typed_words(_text(data)),
    lambda data: list(streets(_text(data))),
    lambda data: text.folded(text.clean(_text(data))),
    lambda data: isolated(printable(_text(data))),
    lambda data: fill(_text(data), {"name": "Åse"}),
    lambda data: fill("{name}", {"name": _text(data)}),
    lambda data: sensitive.dropped_by_heading(_text(data)),
    lambda data: sensitive.without_national_ids(_text(data)),
    lambda data: delimited.clean(spreadsheets.guarded(_text(data))),
)


def read_with(reader: Reader, data: bytes) -> str:
    """What went wrong; a refusal is what there should be."""
    try:
        reader(data)
    except (Refused, TemplateError):
        return ""
    except Exception as error:  # noqa: BLE001 - any of them is what is looked for
        return f"{type(error).__name__} for {data[:40]!r}"
    return ""


def read_all(data: bytes) -> str:
    """The same with every reader."""
    return next(filter(None, (read_with(reader, data) for reader in READERS)), "")
