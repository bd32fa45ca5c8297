{ echo time,status,count; printf '14:00,approved,'; head -c 2000000 /dev/zero | tr '\0' 7; echo; echo 14:01,denied,3; } |
  pos-score -p forest -m data/by-hand.model --rejects rejects.csv
wc -c < rejects.csv
