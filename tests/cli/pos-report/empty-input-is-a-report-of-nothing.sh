export SOURCE_DATE_EPOCH=1773068400
pos-report -f csv < /dev/null
