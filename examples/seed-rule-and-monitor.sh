#!/bin/sh
# SPDX-License-Identifier: MIT
#
# The rule of the original project and the monitor, side by side on the example day.
#
#   seed-rule-and-monitor.sh        pos-train and pos-score must be on PATH
#
# The rule alerts on every denied, failed or reversed row; the monitor on minutes in which these are
# above normal, approvals below, or everything silent. data/README.md tells what the day holds.
set -eu

here=$(dirname -- "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM # not every sh runs the EXIT trap on a signal

pos-train --quiet -m "$tmp/pos.model" "$here/data/history.csv"
for policy in seed above-normal; do
  pos-score -a -p "$policy" -m "$tmp/pos.model" "$here/data/day.csv" >"$tmp/$policy.csv"
  awk -F , -v policy="$policy" '
    NR > 1 { alerts++; if (!($1 in seen)) { seen[$1]; minutes++ } }
    END { printf "%-12s  %4d alerts, in %4d of the 1440 minutes\n", policy, alerts, minutes }' "$tmp/$policy.csv"
done
echo
sh "$here/incidents.sh" <"$tmp/above-normal.csv"
