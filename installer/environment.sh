#!/bin/sh
# Makes the virtual environment: the Python found, the packages of the lock file, Mentorapp itself.
#
#   installer/environment.sh [PYTHON]
#
# An environment that is there already is brought up to date, never made anew.
set -eu

lock=requirements/dev.lock

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in "$@" python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && new_enough "$name"; then
            echo "$name"
            return 0
        fi
    done
    return 1
}

make_environment() {
    if ! python=$(find_python "$@"); then
        echo "Mentorapp needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2
        exit 1
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian keeps these in a package of their own, named after the version.
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            echo "Installing $package"
            apt-get update -qq
            export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes
            apt-get install -y -qq --no-install-recommends "$package" >/dev/null
        else
            echo "This Python cannot make virtual environments, mend it with:" \
                "sudo apt-get install $package" >&2
            exit 1
        fi
    fi
    "$python" -m venv .venv
}

[ -x .venv/bin/python ] || make_environment "$@"
echo "Installing the packages of $lock (about 1.1 GB on disk)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
# hatchling comes from the lock file, so nothing unlocked is fetched to build.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
    --no-build-isolation --editable .
