"""A quarter with small numbers hidden, as the content of a signed file."""

from collections.abc import Mapping
from typing import Any

from mentorapp.domain.comparisons import Cell, Compared, ComparedQuarter, Hiding
from mentorapp.domain.errors import BadPeriod
from mentorapp.domain.exchange_errors import NotAnExchangeFile
from mentorapp.domain.in_work import OfficeDefinition
from mentorapp.domain.quarters import Quarter
from mentorapp.exchange.told import Told

_QUARTER = frozenset({"office", "municipality", "quarter", "until", "finished", "figures"})
_IN_WORK = frozenset({"least_minutes", "subsidised_counts"})
_FIGURE = frozenset({"measure", "value", "base", "hidden"})


def comparison_content(told: ComparedQuarter) -> dict[str, Any]:
    """For ``signed_files.write``."""
    defined = told.in_work
    return {
        **(
            {
                "in_work": {
                    "least_minutes": defined.work_least_minutes,
                    "subsidised_counts": defined.subsidised_counts,
                }
            }
            if defined
            else {}
        ),
        "office": told.office,
        "municipality": told.municipality,
        "quarter": str(told.quarter),
        "until": told.until.isoformat(),
        "finished": told.finished,
        "figures": [
            {
                "measure": measure.value,
                "value": cell.value,
                "base": cell.base,
                "hidden": cell.hidden.value if cell.hidden else "",
            }
            for measure, cell in told.cells.items()
        ],
    }


def read_comparison(content: Mapping[str, Any]) -> ComparedQuarter:
    """The quarter. Raises NotAnExchangeFile."""
    told = Told.of(content, _QUARTER | ({"in_work"} & set(content)))
    cells: dict[Compared, Cell] = {}
    for one in told.list("figures", 2 * len(Compared)):
        figure = Told.of(one, _FIGURE)
        measure = figure.choice("measure", Compared)
        cell = Cell(figure.number("value"), figure.number("base"), figure.maybe("hidden", Hiding))
        if measure in cells or (cell.hidden and cell.value is not None):
            raise NotAnExchangeFile
        cells[measure] = cell
    try:
        quarter = Quarter.parse(told.line("quarter", 6))
    except BadPeriod:
        raise NotAnExchangeFile from None
    return ComparedQuarter(
        office=told.line("office"),
        municipality=told.line("municipality"),
        quarter=quarter,
        until=told.day("until"),
        finished=told.truth("finished"),
        cells=cells,
        in_work=_in_work(content["in_work"]) if "in_work" in content else None,
    )


def _in_work(value: object) -> OfficeDefinition:
    told = Told.of(value, _IN_WORK)
    least = told.number("least_minutes")
    if least is None:
        raise NotAnExchangeFile
    return OfficeDefinition(least, told.truth("subsidised_counts"))
