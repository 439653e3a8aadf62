"""A long list of people: reading its rows from the office, and searching in it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR, an_office, populate
from benchmarks.measuring import Figure, Run, against, alone, interleaved, timed
from mentorapp.operations import Database
from mentorapp.operations.lists import NewcomerRow, newcomer_rows
from mentorapp.words import Words
from ui.application import build_application
from ui.people.newcomers_page import NewcomersPage
from ui.widgets.table_model import TableModel
from ui.work import Worker

#: As they stand in the field while somebody types; the last is found in a handful of rows.
_TYPED = ("n", "na", "nat", "nata", "natalia", "natalia k", "natalia kovalenko")
_TABLES = ("people", "contact_details", "mentors", "newcomers", "pairings")


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Rows from the office, then typing in the search of the page that shows them."""
    count = 200 if quick else 20_000
    with an_office(folder / "lists.db") as database:
        populate(database, 0, count, 0)
        read = interleaved([partial(_fetch, database), partial(_rows, database)], rounds)
        found = [
            against(read, "rows", "SELECT of the same tables", f"Rows of a list of {count} people")
        ]
        return found + _searching(database, rounds, count)


def _fetch(database: Database) -> Mapping[str, float]:
    with database.read() as tx:
        return {
            "SELECT of the same tables": timed(
                lambda: [
                    tx.connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall()  # noqa: S608
                    for table in _TABLES
                ]
            )
        }


def _rows(database: Database) -> Mapping[str, float]:
    with database.read() as tx:
        return {"rows": timed(lambda: newcomer_rows(tx, TODAY))}


def _searching(database: Database, rounds: int, count: int) -> list[Figure]:
    words = Words("nb")
    application = build_application(["benchmarks"], words)
    worker = Worker(database, ACTOR)
    with database.read() as tx:
        rows = newcomer_rows(tx, TODAY)
    page = NewcomersPage(worker, words, lambda: TODAY)
    page.resize(1072, 760)
    prepared = page.model.prepare(rows)
    page.show_rows(prepared)
    page.show()
    _settle(application, worker)
    texts = prepared.texts.given  # the very strings, for the bare scan
    proxy = QSortFilterProxyModel()
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    runs: list[Run] = [
        lambda: {"scan": _typing(partial(_scan, texts)) / len(_TYPED)},
        lambda: {"model": _typing(page.model.set_search) / len(_TYPED)},
        lambda: {"page": _typing(partial(_in_page, application, page)) / len(_TYPED)},
    ]
    series = interleaved(runs, rounds)
    page.model.set_search("")
    # Once only: it takes seconds.
    proxy.setSourceModel(page.model)
    once = interleaved([lambda: {"proxy": timed(partial(_through, proxy))}], 1)
    first = interleaved([lambda: {"first": _prepare(rows, page.model, words)}], rounds)
    page.close()
    worker.close()
    bound = "needle in string, the same strings"
    series = {**series, bound: series["scan"], **once, **first}
    return [
        against(series, "model", bound, f"Search in {count} people, each letter typed"),
        against(series, "page", bound, "… until the page is painted"),
        _named(alone(series, "first"), "… once before it: sorting and the texts to search in"),
        _named(alone(series, "proxy"), "… for information: QSortFilterProxyModel"),
    ]


def _typing(search: Callable[[str], object]) -> float:
    """All that is typed, then the field cleared outside the clock."""

    def work() -> None:
        for text in _TYPED:
            search(text)

    seconds = timed(work)
    search("")
    return seconds


def _scan(texts: list[str], needle: str) -> list[int]:
    found = range(len(texts))
    for word in needle.split():
        found = [at for at in found if word in texts[at]]  # type: ignore[assignment]
    return list(found)


def _in_page(application: QApplication, page: NewcomersPage, text: str) -> None:
    page.search.setText(text)
    application.processEvents()


def _settle(application: QApplication, worker: Worker) -> None:
    application.processEvents()
    while worker.working:
        application.processEvents()


def _prepare(rows: list[NewcomerRow], like: TableModel[NewcomerRow], words: Words) -> float:
    model = TableModel(like.columns, words.language, like._more)  # noqa: SLF001 - the page's own

    def work() -> None:
        model.show(rows)
        model.set_search("n")

    return timed(work)


def _named(figure: Figure, name: str) -> Figure:
    return Figure(name, figure.program)


def _through(proxy: QSortFilterProxyModel) -> int:
    proxy.setFilterFixedString("nat")
    return proxy.rowCount()  # it filters when asked
