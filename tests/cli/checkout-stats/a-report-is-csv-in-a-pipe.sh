for report in info describe anomalies insights; do checkout-stats -r $report examples/data/checkout-2.csv; done
