# needs: python3 --version
tests/document tests/../README.md
# What stands in words is counted.
messages=$(sed -n '/--replay -n/,/^\$ .*-p seed/p' shown | grep -c '^20')
alerts=$(grep -A 1 -e '-p seed' shown | sed -n '2s/\(...\)$/,\1/p')
grep -o "^$messages messages instead of $alerts alerts" tests/../README.md
