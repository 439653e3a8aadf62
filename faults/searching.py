"""Whatever is typed into a search field: found or not, never an error, and at once."""

from collections.abc import Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from time import thread_time

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from benchmarks.crowd import TODAY
from benchmarks.made_offices import populate
from faults.fuzzing import drawn
from faults.nasty import NASTY
from faults.results import Result, Size, Tally
from mentorapp.operations import finding, offices, people

_SLOW = 1.0
#: Signs that mean something to SQL, to FTS and to regular expressions.
_SIGNS = "abcæøåÆØÅ \t\"'()*:^+-{}[]\\%_.,;|/?&=<>0123456789\0\n\ré😀م\u202e"


def _typed() -> SearchStrategy[str]:
    words = st.sampled_from(("AND", "OR", "NOT", "NEAR(", "ola", "kari nordvik", "name:", "1234"))
    return st.one_of(
        st.text(max_size=30),
        st.text(alphabet=_SIGNS, max_size=40),
        st.sampled_from(NASTY),
        st.lists(st.one_of(words, st.text(alphabet=_SIGNS, max_size=5)), max_size=8).map(" ".join),
        st.builds(lambda text, times: text * times, st.text(max_size=6), st.integers(1, 5000)),
    )


def results(folder: Path, size: Size) -> Sequence[Result]:
    """The search of the window and, of every tenth text, that of the command line."""
    tally, slowest = Tally(), 0.0
    with closing(offices.open_office(folder / "office.db")) as database:
        populate(database, 300, 300, 100)
        with database.read() as tx:
            finder = finding.index(finding.read(tx), TODAY)
            for at, text in enumerate(islice(drawn(_typed())(0), size.of(20_000))):
                start = thread_time()
                try:
                    finder.find(text)
                    if at % 10 == 0:
                        people.search(tx, text)
                except Exception as error:  # noqa: BLE001 - any of them is what is looked for
                    tally.add(f"{type(error).__name__} for {text[:30]!r}")
                    continue
                slowest = max(slowest, thread_time() - start)
                tally.add("slow" if thread_time() - start > _SLOW else "")
    return [
        tally.result(
            "any text in a search: no error",
            f"the slowest took {slowest * 1000:.0f} ms of the processor",
        )
    ]
