#!/bin/sh
# Compiles pyproject.toml into the lock files: exact versions with hashes for CPython 3.11 and newer
# on Linux, Windows and macOS. No index address gets into them, so every office and every developer
# installs from the index they trust. Arguments go to uv: --upgrade-package NAME renews one alone.
set -eu

compile() {
    lock=$1
    shift
    .venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" --output-file "$lock" "$@"
}

[ $# -gt 0 ] || set -- --upgrade
compile requirements/runtime.lock pyproject.toml "$@"
# The tools are locked on top of the very versions that run in an office.
compile requirements/dev.lock pyproject.toml --group dev --constraint requirements/runtime.lock "$@"
# What is only measured against, by itself.
compile requirements/peers.lock --group peers "$@"
# What makes the bill of materials and asks about known weaknesses.
compile requirements/supply.lock --group supply "$@"
# What fuzzes by coverage, where there is a wheel of it.
compile requirements/faults.lock --group faults "$@"
