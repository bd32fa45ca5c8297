pos-alert --help | tail -7
pos-alert silence --help | grep -e '--for'
