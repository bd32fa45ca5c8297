for report in summary bars series incidents table; do
  echo "== $report"
  pos-report -f ndjson -s 2026-03-09 -r "$report" data/scored.csv | head -n 2
done
