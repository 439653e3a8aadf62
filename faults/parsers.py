"""Our own readers of what people type and files hold: a value or a refusal, never an error.

Fuzzed twice: with what hypothesis draws, and with atheris, which watches the branches it reaches.
"""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from hypothesis import strategies as st

from faults.fuzzing import drawn
from faults.nasty import NASTY
from faults.results import Result, Size, Tally, skipped

_CLAIM = "our own readers, guided by coverage (atheris)"
_DONE = re.compile(r"Done (\d+) in")


def results(folder: Path, size: Size) -> Sequence[Result]:
    """Both ways."""
    return [_drawn(size.of(20_000, 50)), _guided(folder, size.of(1_000_000, 2_000))]


def _drawn(times: int) -> Result:
    from faults.reading import READERS, read_all  # in the fuzzer it is imported to be watched

    tally = Tally()
    texts = st.one_of(st.text(max_size=60), st.sampled_from(NASTY), st.binary(max_size=80))
    for data in islice(drawn(texts)(0), times):
        tally.add(read_all(data if isinstance(data, bytes) else data.encode("utf-8", "replace")))
    return tally.result("our own readers of what is typed and of files: a value or a refusal",
                        f"{len(READERS)} readers each")  # fmt: skip


def _guided(folder: Path, times: int) -> Result:
    if importlib.util.find_spec("atheris") is None:
        return skipped(_CLAIM, "no wheel of atheris for this Python and system")
    done = subprocess.run(
        [sys.executable, "-m", "faults.parsers", str(times), str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = _DONE.search(done.stderr)
    if done.returncode or found is None:
        said = done.stderr.splitlines()
        crashes = [line for line in said if "error" in line.casefold()] or said[-1:]
        return Result(_CLAIM, times, 1, f"ended with {done.returncode}: {crashes[-1:]}"[:120])
    reached = re.findall(r"cov: (\d+)", done.stderr)
    return Result(
        _CLAIM, int(found.group(1)), 0, f"{reached[-1]} branches reached" if reached else ""
    )


def _fuzz(times: int, folder: Path) -> None:
    """Does not come back: the fuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["mentorapp"], enable_loader_override=False):
        from faults.reading import READERS, read_with

    def one(data: bytes) -> None:
        if len(data) > 1:
            trouble = read_with(READERS[data[0] % len(READERS)], data[1:])
            if trouble:
                raise RuntimeError(trouble)

    said = [
        f"-atheris_runs={times}",
        "-max_len=200",
        "-seed=20261127",
        f"-artifact_prefix={folder}/",
    ]
    atheris.Setup([sys.argv[0], *said], one)
    atheris.Fuzz()


if __name__ == "__main__":
    _fuzz(int(sys.argv[1]), Path(sys.argv[2]))
