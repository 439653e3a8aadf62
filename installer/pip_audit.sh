#!/bin/sh
# Asks the Python Package Index whether a weakness is known in any library that runs in an office.
# Without a network it says so and is no failure: an office or a build machine may have none.
set -eu

known() {
    # The first package of the lock file: a mirror may answer for pip and know none of ours, and then
    # nothing would be asked and nothing found.
    .venv-supply/bin/python - "$1" <<'PYTHON'
import sys
from urllib.error import URLError
from urllib.request import urlopen

name, version = sys.argv[1].split("==")
try:
    urlopen(f"https://pypi.org/pypi/{name}/{version}/json", timeout=10).close()
except (URLError, OSError) as trouble:
    sys.exit(f"The package index cannot be asked about {name}: {trouble}")
PYTHON
}

lock=requirements/runtime.lock
if known "$(sed -n 's/^\([a-z0-9-]*==[^ ]*\).*/\1/p' $lock | head -1)"; then
    exec .venv-supply/bin/pip-audit --strict --require-hashes --disable-pip -r $lock "$@"
fi
echo "SKIPPED: nothing was asked about known weaknesses. Run it again where there is a network." >&2
