printf '{"time":"14:00","status":"denied","count":3,"shop":1}\n{"time":"14:00","status":"denied","n":3,"till":1}\n' |
  pos-score -p forest -m data/by-hand.model -f csv -v --threshold 0
