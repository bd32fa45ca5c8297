#!/bin/sh
# What pos-tools do, on a machine that has nothing but this folder:
#
#   sh examples/demo.sh
#
# Installs what is missing to build them, builds the commands that it shows, trains on a week of example
# history, scores the day after it, and makes a report and a page of it. The first run takes two or three
# minutes on two processors, and as long again where a compiler has to be installed; a second one seconds.
set -eu
cd "$(dirname "$0")/.."

say() { echo "demo: $*" >&2; }

say "1 of 4: what the build needs (the first time: a compiler and libraries, some minutes)"
sh examples/set-up.sh build

processors=$(nproc)
say "2 of 4: building pos-train, pos-score, pos-alert and pos-report: about 3 minutes divided by $processors processors;"
say "        the log is $PWD/build/demo.log"
mkdir -p build
build() { cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release -j "$processors" --target filters; }
# How far it is, a line every tenth, of lines such as `[ 23%] Building ...`. (Not by awk, which may read ahead.)
tell_tenths() {
  told=0
  while IFS= read -r line; do
    case $line in \[*%\]*) ;; *) continue ;; esac
    percent=${line%%\%*}
    percent=${percent##*[\[ ]}
    [ "$percent" -ge $((told + 10)) ] || continue
    told=$((percent / 10 * 10))
    say "        $told %"
  done
}
# The status of a pipe is that of its end: that of the build goes another way.
rm -f build/demo.failed
{ build 2>&1 || : >build/demo.failed; } | tee build/demo.log | tell_tenths
if [ -e build/demo.failed ]; then
  tail -n 30 build/demo.log >&2
  say "the build failed; $PWD/build/demo.log has all of it"
  exit 70
fi

PATH=$PWD/build/release/bin:$PATH
say "3 of 4: the day after the week in examples/data (its README.md tells what happened), judged by the original"
say "        project's rule, and what pos-alert would have mailed instead"
model=build/demo.model
history=build/demo.db
rm -f "$history" "$history"-*
pos-train --quiet -m "$model" examples/data/history.csv
echo "$(pos-score --no-db -m "$model" -p seed -a examples/data/day.csv | sed 1d | wc -l) alerts of the original rule"
echo
pos-score -m "$model" -b "$history" examples/data/day.csv >build/demo.csv
pos-alert --replay -n build/demo.csv | cut -d, -f1,3,6,7,12

say "4 of 4: the report of the day, from the history that pos-score -b wrote to $history"
pos-report -b "$history" -s 2026-03-09 -r summary,incidents
pos-report -b "$history" -s 2026-03-09 -f html -o build/demo.html
say "the same as a page, with charts and filters: open $PWD/build/demo.html in a browser"

say "done. To have all six commands and their manuals in /usr/local, and to begin with transactions of your own:"
if [ "$(id -u)" = 0 ]; then say "  make install"; else say "  make && sudo cmake --install build/release"; fi
say "  pos-train -m pos.model HISTORY.csv"
