pos-score --help | tail -n 5
