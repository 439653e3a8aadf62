#!/bin/sh
# Builds the wheel from two copies of the commit, in folders of different names, and compares them:
# whoever doubts a wheel can build it again.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
for copy in one another; do
    mkdir -p "$work/$copy"
    git archive HEAD | tar -x -C "$work/$copy"
    .venv/bin/python -m build --wheel --no-isolation --outdir "$work/$copy.dist" "$work/$copy" >/dev/null
done
cmp "$work"/one.dist/*.whl "$work"/another.dist/*.whl
sha256sum "$work"/one.dist/*.whl | sed "s|  .*/|  |"
