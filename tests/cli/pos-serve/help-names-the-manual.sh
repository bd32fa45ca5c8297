pos-serve --help | tail -2
pos-serve --help | grep -c -e '--alert-command'
