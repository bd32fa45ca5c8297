for header in '"to
d",time' 'when,today' 'time' 'time,today,today' 'time,,today' 'time,time'; do
  status=0
  printf '%b\n00h,1,2\n' "$header" | checkout-stats -r describe || status=$?
  echo "$status: $header"
done
for text in '' 'time,today\n' 'time,today\n00h,x\n'; do
  status=0
  printf %b "$text" | checkout-stats -r describe || status=$?
  echo "$status"
done
