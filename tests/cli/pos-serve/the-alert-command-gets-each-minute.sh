# needs: command -v curl
. tests/cli/pos-serve/server
model
# Takes five lines and dies, the first time.
cat > reader <<'END'
if [ -e died ]; then exec cat > "got.$$"; fi
head -5 > first
touch died
exit 3
END
serve --alert-command 'sh ./reader'
for minute in 00 01 02 03 04 05 06 07 08 09 10 11; do
  post application/json "[{\"time\":\"2026-03-09 13:$minute\",\"status\":\"approved\",\"count\":40},{\"time\":\"2026-03-09 13:$minute\",\"status\":\"denied\",\"count\":3}]" > answer
  sleep 0.1
done
wait_until '[ -e died ] && cat got.* 2> /dev/null | grep -q 13:09'
end
sed '/listening/d' errors
cut -d, -f1-3 first
echo 'all, once or more:'
cat got.* first | cut -d, -f1-3 | sort -u | grep -v 13:1
