# Of days of a made-up shop that something happens to: outage, storm of denials, promotion, holiday, closed.
# (`make days` asks five times as many.)
python3 tests/checkout/days --days 50 > told 2> wrong || { cat told wrong; exit 1; }
sed 's/^\(48\|49\|50\) of 50 days explained rightly:.*/48 or more of 50/' told
