try() {
  cat > alert.toml
  pos-alert -q --config alert.toml --replay -n data/denied-incident.csv > /dev/null && status=0 || status=$?
  # Other tools read the same file, and routes are not theirs.
  pos-report -q --config alert.toml data/scored.csv > /dev/null 2> report.err && other=0 || other=$?
  echo "$status $other"
}
route() { printf '[route.a]\n%s\n' "$1" | try; }
try <<'END'
[rout.night]
exec = "true"
END
try <<'END'
[routes]
exec = "true"
END
try <<'END'
[route]
exec = "true"
END
try <<'END'
[route.""]
exec = "true"
END
try <<'END'
[route.a]
exec = "true"
[route.b]
exec = "true"

[route "a"]
exec = "false"
END
route ''
route 'severity = "critical"'
route 'severity = "high"
exec = "true"'
route 'severity = ["warning", "critical"]
exec = "true"'
route 'group = "merchant=m1"
exec = "true"'
route 'smtp = "smtp://mail.example.com:587"
exec = "true"'
route 'status = "denied,failed"
exec = "true"'
route 'status = ""
exec = "true"'
route 'status = []
exec = "true"'
route 'key = "m1"
exec = "true"'
route 'key = "merchant=m1,merchant=m2"
exec = "true"'
route 'exec = ["one", "two"]'
route 'exec = ""'
route 'webhook-template = "form.json"
exec = "true"'
route 'to = "ops"'
route 'to = "ops@example.com"'
printf '[route.a]\nto = "ops@example.com"\n[pos-alert]\nsmtp = "smtp://mail.example.com:587"\n' | try
route 'exec = "one"
severity = "warning"
exec = "two"'
