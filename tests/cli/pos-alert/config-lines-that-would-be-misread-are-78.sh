# Each of these was a message to nobody, or another command than the one that stands there.
try() {
  printf '%b' "$1" > alert.toml
  pos-alert -q -n --config alert.toml --replay -b none.db data/denied-incident.csv > told 2>&1 && status=0 || status=$?
  grep '^pos-alert' told || grep -c due told || :
  echo "$status"
}
try '[pos-alert]\nexec = "call-the-pager" ; at night\n'
try '[pos-alert]\nexec = call-the-pager --now\n'
try '[pos-alert]\nexec = ["one", "two"]\n'
try '[pos-alert]\nrepeat = ["4h", "24h"]\nexec = "one"\n'
try '[pos-alert]\nmaildir = "box"\n[pos-score]\nbudget = 1\n[pos-alert]\nmaildir = "other"\n'
try '[pos-alert]\nmaildir = "box"\nmaildir = "other"\n'
try '[route.a]\nseverity = "critical"\nexec = "one"\nseverity = "warning"\n'
try '[route.a]\nexec = "one"\nstatus = { denied = 1 }\n'
try '[pos-alert]\nmaildir = ["box"\n'
try '[route.a]\nexec = "one"\nstatus = ["denied" "failed"]\n'
try '[pos-alert]\nmaildir = "box"\nwebhook-template = "teams.json"\n'
try '[pos-alert]\nmaildir = "~/Mail"\n'
try '[route.a]\nwebhook-file = ["hook", "~/hook"]\n'
try '[pos-alert]\nmaildir = "$HOME/Mail"\n'
try '[route.a]\nslack-file = "~ops/slack"\n'
try 'model = "~/m"\n[pos-alert]\nexec = "~/call-the-pager"\n'
try '[pos-alert\nmaildir = "box"\n'
echo '== what the section says counts before what is for all'
try 'min-severity = "critical"\nquiet = true\n[pos-alert]\nexec = "one"\nmin-severity = "warning"\nquiet = false\n'
try 'min-severity = "critical"\n[pos-alert]\nexec = "one"\n'
echo '== a # within quotes within quotes'
cat > alert.toml << 'END'
[pos-alert]
exec = "echo \"# one\" >> said"  # each time
END
pos-alert -q --config alert.toml --replay -b pos.db data/denied-incident.csv > told
cat said
