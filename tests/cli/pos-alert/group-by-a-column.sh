awk 'BEGIN { FS = OFS = "," } NR == 1 { print $0, "acquirer" } NR > 1 { print $0, "A"; print $0, "B" }' data/denied-incident.csv > two.csv
pos-alert --replay -n --group-by status,acquirer two.csv | cut -d, -f1-3
pos-alert --replay -n --group-by merchant two.csv
