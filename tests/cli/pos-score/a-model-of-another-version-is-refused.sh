pos-train -q -m m examples/data/history.csv
sed '/^sha256/d; s/^pos-monitor 3$/pos-monitor 1/' m > old
echo "sha256 $(sha256sum < old | cut -d' ' -f1)" >> old
for command in 'pos-score -m old examples/data/day.csv' 'pos-train --inspect old' 'pos-serve -m old -b pos.db'; do
  $command > out || echo "$?, $(wc -c < out) bytes"
done
