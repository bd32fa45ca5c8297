#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The report of a day, as text and as a page, from the history that pos-score -b keeps.
#
#   daily-report.sh FOLDER [DAY]     pos-report must be on PATH, and POS_DB name the history
#
# DAY is yesterday unless it is given, such as 2026-03-09. Writes FOLDER/DAY.html and FOLDER/DAY.txt, each
# complete or not at all, the text last; then prints FOLDER/DAY, for a mail:
#
#   report=$(daily-report.sh /var/lib/pos-tools/reports) &&
#     s-nail -S ttycharset=utf-8 -s "Card payments" -a "$report.html" ops@example.com <"$report.txt"
#
# Where another run is at work in the folder it ends with status 75.
set -eu

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "usage: daily-report.sh FOLDER [DAY]" >&2
  exit 64
fi
folder=$1
if [ $# = 2 ]; then
  day=$2
else
  today=$(date -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%F) # in the zone of TZ, else of the machine
  day=$(TZ=UTC date -d "$today yesterday" +%F)              # where every day has 24 hours
fi

mkdir -p "$folder"
exec 9>"$folder/.lock"
if ! flock -n 9; then
  echo "daily-report: another run is at work in $folder" >&2
  exit 75
fi

# pos-report -o renames what it wrote when it is complete.
pos-report -q -s "$day" -f html -o "$folder/$day.html"
pos-report -q -s "$day" -r summary,incidents -o "$folder/$day.txt"
echo "$folder/$day"
