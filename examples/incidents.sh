#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Joins alerts into incidents: one line for alerts at most ten minutes apart, whatever their status.
#
#   pos-score -m pos.model -a today.csv | incidents.sh
#
# Reads scored CSV with a comma and the columns time, status and count in front, as `pos-score -a` gives
# them, in the order of time; times as HH:MM or `00h 01`, with or without a date. Shows when an incident
# began and ended, which statuses alerted, and the reason of the alert that surprised most.
set -eu
export LC_ALL=C # a point is a decimal point

awk -F , '
  function minute(time) { return substr(time, length(time) - 4, 2) * 60 + substr(time, length(time) - 1) }
  function flush_incident() {
    if (first == "") return
    printf "%-16s to %s  %4d alerts  %-40s  %s\n", first, substr(last, length(last) - 5), alerts, names, reason
  }
  NR == 1 { next }
  {
    gap = minute($1) - minute(last)
    if (gap < 0) gap += 1440
    if (first == "" || gap > 10) {
      flush_incident()
      first = $1; alerts = 0; names = ""; worst = ""
    }
    last = $1
    alerts++
    if (index(" " names " ", " " $2 " ") == 0) names = names (names == "" ? "" : " ") $2
    if (worst == "" || $7 + 0 > worst) {
      worst = $7 + 0
      reason = $0
      sub(/^([^,]*,){9}/, "", reason)
      gsub(/"/, "", reason)
    }
  }
  END { flush_incident() }
'
