pos-report --help | tail -n 6
