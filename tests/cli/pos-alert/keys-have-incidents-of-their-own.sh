# One of merchant alfa, one of beta, which is silent, and beside them one of the whole, whose place is told anew at its end.
pos-alert --replay -n data/scored-keys.csv
pos-alert --replay -n -f ndjson data/scored-keys.csv | jq -r '"\(.event) \(.status): \(.key // "the whole"), \(.where // "nowhere")"'
