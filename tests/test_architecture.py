"""The house keeps its shape: who imports whom, what is declared, what is ours."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("mentorapp", "resources", "ui")
LONGEST_MODULE = 350  # lines: beyond that a module is two modules
COMES_WITH = {"shiboken6": "pyside6-essentials"}  # bound to the very version of Qt's wheel


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def modules(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from sorted((ROOT / package).rglob("*.py"))


def imported_roots(path: Path) -> set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            roots.add(node.module.partition(".")[0])
    return roots


def children(package: str) -> set[str]:
    """Modules and packages directly inside a package."""
    folder = ROOT / package
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    return files | {path.parent.name for path in folder.glob("*/__init__.py")}


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_the_import_contracts_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    # It would switch off every logger there is, and with them the tests of the crash log.
    monkeypatch.setattr("logging.config.dictConfig", lambda _: None)

    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("package", ["mentorapp", "ui"])
def test_every_package_has_its_place_in_the_layers(package: str, settings: dict[str, Any]) -> None:
    placed = set()
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers":
            names = re.findall(r"[\w.]+", " ".join(contract["layers"]))
            within = contract.get("containers")
            full = [f"{within[0]}.{name}" for name in names] if within else names
            placed |= {name for name in full if name.startswith(f"{package}.")}

    assert {f"{package}.{child}" for child in children(package)} - placed == set()


@pytest.mark.parametrize("package", ["ui", "resources"])
def test_our_short_top_level_names_are_ours_alone(package: str) -> None:
    owners = packages_distributions().get(package) or ["mentorapp"]

    assert set(owners) == {"mentorapp"}
    spec = find_spec(package)
    assert spec is not None
    assert Path(spec.origin or "").parent == ROOT / package


def test_every_library_that_is_imported_is_a_declared_dependency(settings: dict[str, Any]) -> None:
    declared = {
        normal(re.split(r"[\s<>=!~;\[]", requirement)[0])
        for requirement in settings["project"]["dependencies"]
    }
    owners = packages_distributions()
    used = {root for path in modules(*PACKAGES) for root in imported_roots(path)}
    libraries = used - set(sys.stdlib_module_names) - set(PACKAGES)

    undeclared = {
        library
        for library in libraries
        if COMES_WITH.get(library) not in declared
        and not declared & {normal(owner) for owner in owners.get(library, [library])}
    }

    assert undeclared == set()


def test_what_only_sqlite_knows_stands_where_a_file_is_opened() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in modules(*PACKAGES)
        if re.search(r"PRAGMA|sqlite_|sqlcipher3|sqlite3", path.read_text(encoding="utf-8"))
    }

    names = ("backups", "database", "engines", "recognition", "troubles", "unread_log")
    assert found == {f"mentorapp/storage/{name}.py" for name in names}


def test_nothing_writes_an_encrypted_office_out_in_plain_text() -> None:
    found = [
        path.relative_to(ROOT).as_posix()
        for path in modules(*PACKAGES)
        if re.search(r"sqlcipher_export|\bKEY ''", path.read_text(encoding="utf-8"))
    ]

    # ``encrypt`` there, whose copy always has a key.
    assert found == ["mentorapp/storage/engines.py"]


#: What tells whoever cannot see it nothing of its contents, and the one module that builds it.
BUILT_IN_ONE_PLACE = {
    "BaseDocTemplate": "page.py",
    "SimpleDocTemplate": "",
    "Canvas": "page.py",
    "LongTable": "tables.py",
    "Paragraph": "",
    "Table": "tables.py",
}


def test_papers_are_built_where_they_are_tagged() -> None:
    reports = ROOT / "mentorapp" / "reports"
    found = set()
    for path in modules("mentorapp/reports"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            elif isinstance(node, ast.ClassDef):
                name = next((base.id for base in node.bases if isinstance(base, ast.Name)), "")
            else:
                continue
            if BUILT_IN_ONE_PLACE.get(name, path.name) != path.name:
                found.add(f"{path.relative_to(reports)}:{node.lineno} {name}")

    assert found == set()


def test_no_module_grows_beyond_what_one_reads_in_one_go() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in modules(*PACKAGES, "benchmarks", "faults", "installer", "tests")
        if "migrations/versions" not in path.as_posix()  # generated, and never read in one go
    }

    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_lock_files_name_no_index() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?:|file:|--index|--extra|--find", text), lock.name


def test_no_message_stands_inside_an_f_string() -> None:
    """Where Babel does not look on Python 3.11: such a message would never be translated."""
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("mentorapp", "ui")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text)
        if isinstance(node, ast.Call) and translates(node)
    ]
    assert hidden == []


def translates(call: ast.Call) -> bool:
    """Whether the call marks a literal as a message."""
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    literal = bool(call.args) and isinstance(call.args[0], ast.Constant)
    return name in {"_", "N_", "text", "plural"} and literal
