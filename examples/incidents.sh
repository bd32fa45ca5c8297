#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Joins alerts into incidents: one line for alerts at most ten minutes apart, whatever their status.
#
#   pos-score -m pos.model -a today.csv | incidents.sh
#
# Reads what `pos-score -a` writes for input of the columns time,status,count: in the order of time, times
# as HH:MM or `00h 01`, with or without a date. Shows from when to when, how many alerts, which statuses,
# and the reason of the alert that surprised most.
set -eu
export LC_ALL=C # a point is a decimal point

awk -F , '
  function clock(time) { match(time, /[0-9][0-9](:|h ?)[0-9][0-9]$/); return substr(time, RSTART) }
  function minute(time) { return substr(clock(time), 1, 2) * 60 + substr(time, length(time) - 1) }
  function tell() {
    if (alerts) printf "%s - %s  %4d alerts  %s\n    %s\n", first, clock(last), alerts, statuses, reason
  }
  NR == 1 { next }
  {
    gap = minute($1) - minute(last)
    if (gap < 0) gap += 1440
    if (!alerts || gap > 10) {
      tell()
      first = $1; alerts = 0; statuses = ""; worst = ""
    }
    last = $1
    alerts++
    if (index(", " statuses ",", ", " $2 ",") == 0) statuses = statuses (statuses == "" ? "" : ", ") $2
    if (worst == "" || $7 + 0 > worst) {
      worst = $7 + 0
      reason = $0
      sub(/^([^,]*,)([^,]*,)([^,]*,)([^,]*,)([^,]*,)([^,]*,)([^,]*,)([^,]*,)([^,]*,)/, "", reason)
      gsub(/"/, "", reason)
    }
  }
  END { tell() }
'
