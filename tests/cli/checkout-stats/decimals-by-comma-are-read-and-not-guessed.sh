checkout-stats -r anomalies examples/data/checkout-2.csv > proper
tr ',.' ';,' < examples/data/checkout-2.csv | checkout-stats -r anomalies | cmp - proper && echo 'same: ;'
tr ',.' '\t,' < examples/data/checkout-2.csv | checkout-stats -r anomalies | cmp - proper && echo 'same: TAB'
sed -E 's/([0-9]+)\.([0-9]+)/"\1,\2"/g' examples/data/checkout-2.csv | checkout-stats -r anomalies |
  cmp - proper && echo 'same: quoted'
mean() { printf %b "$1" | checkout-stats -r describe | sed -n 's/^mean,//p'; }
mean 'time;sold\n00h;1.234,50\n01h;1,75\n'     # thousands, with a decimal comma beside them
mean 'time;sold\n00h;1.234\n01h;1,75\n'        # thousands, since the file has decimal commas
mean 'time;sold\n00h;1.234\n01h;1.75\n'        # decimals, since the file has decimal points
mean 'time,sold\n00h,1.234\n01h,2\n'           # decimals: where commas separate cells, programs write so
mean 'time,sold\n00h,"1,234.5"\n01h,"1,234"\n'
echo refused:
mean 'time;sold\n00h;1.234\n01h;2\n'           # nothing tells
mean 'time;sold\n00h;1.234\n01h;1,75\n02h;1.75\n'
mean 'time,sold\n00h,"1,234"\n01h,2\n'
mean 'time;sold\n00h;12.34,5\n01h;1.2345,6\n02h;1,2,3\n03h;0.123,4\n04h;2\n05h;1 234,5\n'
