# A thousand reasons that differ by the value alone are one kind.
seq 0 999 | sed 's/.*/{"time":"14:00","status":"approved","count":{"&":[&]}}/' |
  pos-score -p forest -m data/by-hand.model 2>&1 >/dev/null | tail -2
