train() {   # STATUSES [OPTION]...: a history of ten minutes with that many rows of each status, as NAME=COUNT
  words=$1; shift
  { echo time,status,count
    for minute in 0 1 2 3 4 5 6 7 8 9; do
      for word in $words; do echo "10:0$minute,${word%=*},${word#*=}"; done
    done; } | pos-train --report r.json -m m "$@" || echo "exit $?"
  pos-train --inspect m | jq -r .monitor.volume
}
echo '== as it is called'; train 'denied=90 approved=1'; train 'denied=90 APPROVED=1' 2>&1
echo '== two spellings'; train 'approved=1 denied=9 Approved=2' 2>&1
echo '== another word'; train 'negada=4 aprovada=6' 2>&1
echo '== a stray word of another system'; train 'approved=1 aprovada=999 negada=9' 2>&1
echo '== half is not more than half'; train 'sale=5 visit=5' 2>&1
echo '== a status without transactions measures nothing'; train 'approved=0 aprovada=6' 2>&1
echo '== as told'; train 'approved=9 capturada=6' --volume capturada 2>&1; train 'approved=9 denied=1' --volume '*' 2>&1
echo '== told wrongly'; rm m; train 'negada=4 aprovada=6 falha=5' --volume Aprovada 2>&1
train 'a=1' --volume '' 2>&1
