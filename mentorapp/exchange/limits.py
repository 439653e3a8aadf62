"""How much a file may hold: far above any office's list, far below what stops the program.

The limits on what is inside a zip are checked before a library opens it: one far-off cell
(XFD1048576) in a spreadsheet of 6 kB makes calamine ask for 512 GB and ends the whole process,
which no ``except`` can catch.
"""

from typing import Final

MAX_BYTES: Final = 50 * 1024 * 1024
MAX_UNPACKED: Final = 200 * 1024 * 1024
MAX_RATIO: Final = 200
MAX_ENTRIES: Final = 2_000
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 300
#: Each takes some fifty bytes once it is read.
MAX_CELLS: Final = 2_000_000
#: Excel's own limit for the text of a cell.
MAX_CELL_LENGTH: Final = 32_767
