"""Two import contracts that import-linter does not bring along; pyproject.toml uses them.

Its own `forbidden` contract wants every package listed that may not import a library, so a package
added later would be free to. These name the one home of a library, and all else is refused.
"""

import sys
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

Faults = list[tuple[str, str, int | None]]


class OnlyContract(Contract):
    """`libraries` are imported in `homes` and nowhere else in our packages."""

    type_name = "only"

    libraries = fields.SetField(subfield=fields.StringField())
    homes = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 import-linter's hook
        """Broken when a module outside of the homes imports one of the libraries."""
        homes = cast("set[str]", self.homes)
        faults: Faults = []
        for library in sorted(cast("set[str]", self.libraries) & graph.modules):
            for importer in sorted(graph.find_modules_that_directly_import(library)):
                if not _within(importer, homes):
                    faults.append((importer, library, _line(graph, importer, library)))
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that is out of place."""
        _render(check)


class StandardLibraryContract(Contract):
    """`packages` import the standard library and our own packages, nothing that is installed."""

    type_name = "standard_library"

    packages = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 import-linter's hook
        """Broken when a module of the packages imports an installed library."""
        ours = set(cast("list[str]", self.session_options["root_packages"]))
        faults: Faults = []
        for importer in sorted(graph.modules):
            if not _within(importer, cast("set[str]", self.packages)):
                continue
            for library in sorted(graph.find_modules_directly_imported_by(importer)):
                root = library.partition(".")[0]
                if root not in ours and root not in sys.stdlib_module_names:
                    faults.append((importer, library, _line(graph, importer, library)))
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that is out of place."""
        _render(check)


def _within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _line(graph: ImportGraph, importer: str, imported: str) -> int | None:
    details = graph.get_import_details(importer=importer, imported=imported)
    return details[0]["line_number"] if details else None


def _render(check: ContractCheck) -> None:
    for importer, imported, line in cast("Faults", check.metadata["faults"]):
        output.print_error(f"{importer} imports {imported} (l.{line})", bold=False)
