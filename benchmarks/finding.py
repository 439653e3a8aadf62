"""Find anything, and the search of a list, among 100,000 people, for each letter typed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR, an_office, populate
from benchmarks.measuring import Figure, Run, Spread, against, alone, interleaved, timed
from mentorapp.operations import Database, finding
from mentorapp.operations.finding import Finder
from mentorapp.operations.lists import newcomer_rows
from mentorapp.words import Words
from ui.application import build_application
from ui.people.newcomers_page import NewcomersPage
from ui.work import Worker

#: As they stand in the field while somebody types a name, and a telephone.
_NAME = ("n", "na", "nat", "nata", "natalia", "natalia k", "natalia kovalenko")
_PHONE = ("4", "40", "400", "4001", "40012", "400123", "40012345")
_BOUND = "SELECT … LIKE, the same texts in one column"
_MOST = 6


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Both searches, for names and for telephones, against the bare SQL of the same query."""
    count = 200 if quick else 100_000
    with an_office(folder / "finding.db") as database:
        populate(database, count // 10, count - count // 10, count // 20)
        return _anything(database, rounds, count) + _list(database, rounds)


def _anything(database: Database, rounds: int, count: int) -> list[Figure]:
    with database.read() as tx:
        read = timed(lambda: finding.read(tx))
        given = finding.read(tx)
    made = timed(lambda: finding.index(given, TODAY))
    finder = finding.index(given, TODAY)
    rows = [
        (f"{one[2]} {one[3]} {one[1]} {(one[6] or '').removeprefix('+')}".lower(), one[2])
        for one in given.people
    ]
    ours = partial(_find, finder)
    found = []
    with database.read() as tx:
        _table(tx.connection, rows)
        like = partial(_like, tx.connection, f"ORDER BY texts NOT LIKE ?, name LIMIT {_MOST}")
        for name, typed in (("name", _NAME), ("phone", _PHONE)):
            runs: list[Run] = [
                partial(_measured, "find", _typing, ours, typed),
                partial(_measured, _BOUND, _typing, like, typed),
                partial(_measured, "slowest", _slowest, ours, typed),
            ]
            series = interleaved(runs, rounds)
            title = f"Find anything among {count} people, each letter of a {name}"
            found.append(against(series, "find", _BOUND, title))
            slowest = Spread.of(series["slowest"])
            found.append(Figure("… the slowest letter", slowest, goal="one frame: 16 ms"))
    found.append(Figure("… once in the background: reading", Spread.of([read])))
    return [*found, Figure("… and making it ready to be searched", Spread.of([made]))]


def _list(database: Database, rounds: int) -> list[Figure]:
    words = Words("nb")
    application = build_application(["benchmarks"], words)
    worker = Worker(database, ACTOR)
    with database.read() as tx:
        rows = newcomer_rows(tx, TODAY)
    page = NewcomersPage(worker, words, lambda: TODAY)
    page.resize(1072, 760)
    prepared = page.model.prepare(rows)
    texts = prepared.texts.given
    page.show_rows(prepared)
    page.show()
    application.processEvents()
    proxy = QSortFilterProxyModel()
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    found = []
    with database.read() as tx:
        _table(tx.connection, [(text, "") for text in texts])
        like = partial(_like, tx.connection, "ORDER BY rowid")
        runs: list[Run] = [
            lambda: {"model": _typing(page.model.set_search, _NAME)},
            lambda: {_BOUND: _typing(like, _NAME)},
            lambda: {"painted": _typing(partial(_in_page, application, page), _NAME)},
        ]
        series = interleaved(runs, rounds)
        slowest = Spread.of([_slowest(page.model.set_search, _NAME) for _round in range(rounds)])
    page.model.set_search("")
    title = f"Search in a list of {len(rows)} people, each letter typed"
    found = [
        against(series, "model", _BOUND, title),
        Figure("… the slowest letter", slowest, goal="one frame: 16 ms"),
        against(series, "painted", _BOUND, "… until the page is painted"),
        _scrolling(application, page),
    ]
    # Once only: it takes seconds.
    proxy.setSourceModel(page.model)
    once = interleaved([lambda: {"proxy": timed(partial(_through, proxy))}], 1)
    proxied = alone(once, "proxy")
    page.close()
    worker.close()
    return [*found, Figure("… for information: QSortFilterProxyModel", proxied.program)]


def _scrolling(application: QApplication, page: NewcomersPage) -> Figure:
    """Pages scrolled from the top to the end, each painted."""
    bar = page.table.verticalScrollBar()
    took = []
    for at in range(0, bar.maximum(), max(bar.maximum() // 50, 1)):

        def step(at: int = at) -> None:
            bar.setValue(at)
            application.processEvents()

        took.append(timed(step))
    return Figure("… scrolling it by a page, painted", Spread.of(took), goal="one frame: 16 ms")


def _table(connection: Connection, rows: Iterable[tuple[str, str]]) -> None:
    """The texts as a table in memory, as bare as a query can have it."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.texts")
    connection.exec_driver_sql("CREATE TEMP TABLE texts (texts TEXT, name TEXT)")
    connection.exec_driver_sql("INSERT INTO temp.texts VALUES (?, ?)", list(rows))


def _like(connection: Connection, order: str, text: str) -> int:
    words = text.split() or ["\0"]
    wanted = " AND ".join("texts LIKE ?" for _word in words)
    given = [f"%{word}%" for word in words]
    if "?" in order:
        given.append(f"{words[0]}%")
    asked = f"SELECT rowid FROM temp.texts WHERE {wanted} {order}"  # noqa: S608
    return len(connection.exec_driver_sql(asked, tuple(given)).fetchall())


def _find(finder: Finder, text: str) -> None:
    finder.find(text, _MOST)


def _measured(
    name: str,
    how: Callable[[Callable[[str], object], Sequence[str]], float],
    search: Callable[[str], object],
    typed: Sequence[str],
) -> Mapping[str, float]:
    return {name: how(search, typed)}


def _typing(search: Callable[[str], object], typed: Sequence[str]) -> float:
    """Seconds a letter; the field is cleared outside the clock."""

    def work() -> None:
        for text in typed:
            search(text)

    seconds = timed(work) / len(typed)
    search("")
    return seconds


def _slowest(search: Callable[[str], object], typed: Sequence[str]) -> float:
    took = [timed(partial(search, text)) for text in typed]
    search("")
    return max(took)


def _in_page(application: QApplication, page: NewcomersPage, text: str) -> None:
    page.search.setText(text)
    application.processEvents()


def _through(proxy: QSortFilterProxyModel) -> int:
    proxy.setFilterFixedString("nat")
    return proxy.rowCount()  # it filters when asked
