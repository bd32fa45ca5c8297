pos-train -m m --report r.json data/ten-minutes.csv
jq -c '[.statuses, .trees, .sample_size, .training_alerts, .evaluation.confusion_matrix, (.evaluation | keys)]' r.json
