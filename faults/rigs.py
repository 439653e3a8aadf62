"""The one list of rigs: what it is called on the command line, and its module.

A module has ``results(folder, size)``. Whoever has a new promise to keep adds a rig here, or, where
a test tries it already, a line in ``tested``.
"""

RIGS = {
    "kills": "kills",
    "power": "power",
    "flips": "flips",
    "migrations": "migrations",
    "disk_full": "disk_full",
    "windows": "windows",
    "csv": "hostile_csv",
    "sheets": "hostile_sheets",
    "clocks": "clocks",
    "searching": "searching",
    "parsers": "parsers",
    "sheets_out": "sheets_out",
    "papers": "papers",
    "links": "links",
    "erasing": "erasing",
    "tested": "tested",
}
