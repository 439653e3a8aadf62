"""Claims that tests try already: they are run once more, and each counts what it went through.

A test that goes through many cases tells how many with ``record_property("runs", n)``.
"""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from faults.results import Result, Size, skipped


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and the tests that try it: files, or single ones as pytest names them."""

    claim: str
    tests: tuple[str, ...]


_OPERATIONS, _STORAGE, _CLI = (f"tests/mentorapp/{one}" for one in ("operations", "storage", "cli"))

TESTED = (
    Claim(
        "audit edited, cut, deleted from, reordered, added to: always seen",
        (
            f"{_STORAGE}/test_audit_chain.py::test_none_of_ten_thousand_tamperings_goes_unseen",
            f"{_STORAGE}/test_audit_thinning.py::test_none_of_ten_thousand_tamperings_with_it_goes_unseen",
        ),
    ),
    Claim(
        "every operation, by every role, about people of every level of protection",
        (f"{_OPERATIONS}/test_matrix.py", f"{_STORAGE}/test_scopes.py"),
    ),
    Claim(
        "protected people: no list, figure, paper or window tells where they are",
        (
            f"{_CLI}/test_protection.py",
            f"{_CLI}/test_protection_of_records.py",
            f"{_OPERATIONS}/test_letters_protection.py",
            "tests/ui/test_protection.py",
        ),
    ),
    Claim(
        "erased and anonymous: gone from the whole office, every figure as before",
        (f"{_OPERATIONS}/test_erasing.py", f"{_OPERATIONS}/test_anonymising.py"),
    ),
    Claim(
        "no pair with children without a certificate; two people for what protects",
        (f"{_OPERATIONS}/test_certificates.py", f"{_OPERATIONS}/test_second_person.py"),
    ),
    Claim(
        "ways in: passphrases, recovery key, lost and damaged slots, a file put in the place",
        (
            f"{_OPERATIONS}/test_keys.py",
            f"{_OPERATIONS}/test_unlocking.py",
            f"{_OPERATIONS}/test_last_seen.py",
            f"{_STORAGE}/test_key_slots.py",
            f"{_STORAGE}/test_key_file.py",
        ),
    ),
    Claim(
        "backups and restores: verified, thinned, in two places, also without an office that opens",
        (
            f"{_OPERATIONS}/test_backups.py",
            f"{_OPERATIONS}/test_restoring.py",
            f"{_OPERATIONS}/test_backup_drill.py",
            f"{_STORAGE}/test_restoring.py",
        ),
    ),
    Claim(
        "markup in every field is shown as text in every page and dialog",
        ("tests/ui/test_shown_as_text.py",),
    ),
    Claim("a disk that gets full while a form is open", ("tests/ui/test_full_disk.py",)),
    Claim(
        "an encrypted office worked through in every page and dialog: no plain text on the disk",
        ("tests/ui/test_plain_text_at_rest.py",),
    ),
)


def results(folder: Path, size: Size) -> Sequence[Result]:
    """In the full form alone: the short one is run beside the tests."""
    if size.share < 1:
        return [skipped(one.claim, "in the full form, and by make test-all") for one in TESTED]
    return [_run(one, folder / f"{at}.xml") for at, one in enumerate(TESTED)]


def _run(tested: Claim, report: Path) -> Result:
    done = subprocess.run(
        [*_PYTEST, f"--junit-xml={report}", *tested.tests], capture_output=True, check=False
    )
    if not report.exists():
        return Result(tested.claim, 1, 1, f"the tests did not run ({done.returncode})")
    cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 - just written by us
    runs = failures = 0
    first = ""
    for case in cases:
        if case.find("skipped") is not None:
            continue
        told = case.find("properties/property[@name='runs']")
        runs += int(told.get("value", "1")) if told is not None else 1
        if case.find("failure") is not None or case.find("error") is not None:
            failures += 1
            first = first or case.get("name", "")
    return Result(tested.claim, runs, failures, first)


_PYTEST = (
    *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
    *("-o", "junit_family=xunit1"),  # the newer one has no place for what a test tells of its runs
)
