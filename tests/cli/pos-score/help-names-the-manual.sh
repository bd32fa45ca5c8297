pos-score --help | tail -n 4
