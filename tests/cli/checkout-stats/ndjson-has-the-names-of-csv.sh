for report in info describe anomalies; do checkout-stats -f ndjson -r $report examples/data/checkout-2.csv | head -n 2; done
checkout-stats -f ndjson -r insights examples/data/checkout-2.csv | python3 -c '
import json, sys
for line in sys.stdin: insight = json.loads(line); print(insight["topic"], len(insight["figures"]) > 0)'
