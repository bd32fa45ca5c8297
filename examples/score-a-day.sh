#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Trains a model on a week of history, scores the next day and shows its ten strangest rows.
#
#   score-a-day.sh        pos-train and pos-score must be on PATH
#
# One row is one status in one minute. The score is the Isolation Forest's: near 0.5 is ordinary, near 1 is strange.
# Expect lone rows of the small hours among the ten: the forest sees what is rare, which need not be what is wrong.
# data/README.md tells which incidents the day holds.
set -eu
export LC_ALL=C                      # a point is a decimal point, for sort too

data=$(dirname -- "$0")/data
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM           # not every sh runs the EXIT trap on a signal

pos-train --quiet -m "$tmp/pos.model" "$data/history.csv"

# A file, not a pipe: sh would not notice a pos-score that fails at the head of one.
pos-score -p forest -a -m "$tmp/pos.model" "$data/day.csv" > "$tmp/alerts.csv"

# time, status, count, score: columns 1 to 4. Equal scores come out in order of time.
awk 'NR > 1' "$tmp/alerts.csv" | sort -t , -k 4,4nr -k 1,2 |
    awk -F , 'BEGIN    { printf "%-16s  %-16s  %5s  %s\n", "time", "status", "count", "score" }
              NR <= 10 { printf "%-16s  %-16s  %5d  %s\n", $1, $2, $3, $4 }'

awk 'FNR == 1 { next }  FILENAME == ARGV[1] { alerts++ }  FILENAME == ARGV[2] { rows++ }
     END { printf "%d of %d rows alerted\n", alerts, rows }' "$tmp/alerts.csv" "$data/day.csv"
