# Alfa's denials, charlie silent for 40 minutes, nothing at all for 15, and the denials of acquirer y, which all have.
python3 data/merchants.py
pos-train -q --by merchant -m by.model history.csv
pos-score -m by.model day.csv > scored.csv
incidents='s/^([^,]*),[^,]*,([^,]*),,,([^,]*),([^,]*),.*,([^,]*),[^,]*$/\1 \2 \3 \4 \5/p'
pos-alert --replay -n scored.csv | sed -nE "$incidents"
# An outage of all is no alert of a key.
grep ' 18:[01].*Alert' scored.csv | grep -c '=' || :
# One row for each transaction says the same.
python3 data/merchants.py single
pos-train -q --by merchant -m single.model history.csv
pos-score -m single.model day.csv | pos-alert --replay -n | sed -nE "$incidents"
