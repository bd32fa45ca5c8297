#!/bin/sh
# What pos-tools do, on a machine that has nothing but this folder:
#
#   sh examples/demo.sh
#
# Installs what is missing to build them, builds, trains on a week of example history, scores the day
# after it, and makes a report and a page of it. A first run takes a few minutes, a second one seconds.
set -eu
cd "$(dirname "$0")/.."

sh examples/set-up.sh build

echo "demo: building" >&2
mkdir -p build
if ! { cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release -j "$(nproc)"; } >build/demo.log 2>&1; then
  tail -n 30 build/demo.log >&2
  echo "demo: the build failed; build/demo.log has all of it" >&2
  exit 70
fi

PATH=$PWD/build/release/bin:$PATH
echo "demo: the day after the week in examples/data (its README.md tells what happened), judged by the original" >&2
echo "demo: project's rule and by the monitor, and what the monitor found" >&2
sh examples/seed-rule-and-monitor.sh

echo "demo: its first alerts, as pos-score writes them" >&2
model=build/demo.model
pos-train --quiet -m "$model" examples/data/history.csv
history=build/demo.db
rm -f "$history" "$history"-*
pos-score -m "$model" -b "$history" --alerts-only examples/data/day.csv >build/demo.csv
sed -n 1,8p build/demo.csv

echo "demo: the report of the day, from the history that pos-score -b wrote to $history" >&2
pos-report -b "$history" -s 2026-03-09 -r summary,incidents
pos-report -b "$history" -s 2026-03-09 -f html -o build/demo.html
echo "demo: the same as a page, with charts and filters: open $PWD/build/demo.html in a browser" >&2
echo "demo: the tools are in build/release/bin; 'man man/pos-tools.7' is where to read on" >&2
