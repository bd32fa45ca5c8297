# Whichever file is one too many: no bug, and a line. Where it is one of a try, the message waits (75).
head -14 data/denied-incident.csv > opening.csv
(umask 077 && echo http://localhost:1/hook > hook)
for files in 4 5 6 7 8 9 10 11; do
  for to in '--maildir box' '--exec true' '--webhook-file hook' '--to a@example.com --from a@example.com --smtp smtp+plain://localhost:1'; do
    rm -rf pos.db* box
    sh -c "ulimit -n $files; exec pos-alert -b pos.db --replay $to opening.csv" 2> err > out && status=0 || status=$?
    if [ "$status" != 0 ] && [ ! -s err ]; then echo "$files $to: $status without a line"; fi
    [ "$status" = 127 ] || echo "$status"
  done
done | sort -u
