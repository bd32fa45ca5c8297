# The row is set aside in pieces of 1 MiB; one of these copies of the number lies across two.
awk 'BEGIN { for (i = 0; i < 150000; i++) printf "4111 1111 1111 1111,"; print "" }' > long
{ echo time,status,count; cat long; echo 14:00,approved,31; } > in.csv
pos-score -q -p forest -m data/by-hand.model --on-error skip --rejects rejects.csv in.csv 2>/dev/null | wc -l
sed 1,2d rejects.csv | tr , '\n' | sort | uniq -c | sed 's/^ *//'
sed 1,2d rejects.csv | wc -c | tr -d ' '
wc -c < long | tr -d ' '
