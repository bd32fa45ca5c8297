#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The picture of README.md: the page of the example day, as a browser shows it.
#
#   screenshot.sh [OUT.png]        default: docs/pos-report.png; the tools must be on PATH
#
# Needs chromium, chromium-driver, curl and jq; pngquant, where it is installed, makes the file a third as large.
set -eu
root=$(cd "$(dirname -- "$0")/.." && pwd)
out=${1-$root/docs/pos-report.png}
data=$root/examples/data
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM # not every sh runs the EXIT trap on a signal

pos-train --quiet -m "$tmp/pos.model" "$data/history.csv"
pos-score -m "$tmp/pos.model" -b "$tmp/pos.db" "$data/day.csv" >"$tmp/scored.csv"
pos-report -b "$tmp/pos.db" -s 2026-03-09 -f html -o "$tmp/day.html"

# The afternoon with the silence at 16:40 and the fall at 20:10.
view='hour=15-21&status=approved,denied,reversed,failed&chart=approved'
mkdir -p "$(dirname -- "$out")"
"$root/tests/browser/screenshot" "$tmp/day.html#$view" "$tmp/day.png" 1180x1545
if command -v pngquant >/dev/null; then pngquant --force --output "$tmp/day.png" 64 "$tmp/day.png"; fi
mv "$tmp/day.png" "$out"
