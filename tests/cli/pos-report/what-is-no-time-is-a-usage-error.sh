pos-report -s tomorrow data/scored.csv
