# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
cp examples/data/history.csv examples/data/day.csv .
answers() {
  pos-train -q -m m history.csv
  rm -f pos.db alert.db
  serve --alert-command 'pos-alert -b alert.db --history pos.db --follow --replay > events'
  post text/csv @day.csv | cut -d, -f1-3,6- > "$1.answer"   # the forest scores other words otherwise
  for report in summary series incidents; do
    curl -s "${url}api/$report?since=2026-03-09&format=csv"
  done | sed 's/^\(total,.*,\)0\.[0-9]*$/\1/' > "$1.reports"   # the approval rate is of denied and failed in English
  curl -s "${url}?since=2026-03-09" | sed 's/^"score":.*//; s/^"alert":.*//; s/Approvals lost/approvals lost/; s/\(<b title="[^"]*">\)\(.\)/\1\L\2/g; s/"now":[0-9]*,//; s/"approval":\[[^]]*\],//; /data-tile="\*approval"/d; /^<p>Served/d; s/"id":"[0-9a-f]*"//; s/ data-tag="[^"]*"//' > "$1.page"
  end
  cut -d, -f2-4,6-13 events > "$1.events"
}
# Only `approved` has a word of its own.
name_alike() { sed 's/approvals \([0-9]* %\|not seen\)/approved \1/g'; }
answers english
for file in history.csv day.csv; do sed -f data/to-portuguese.sed "$file" > translated && mv translated "$file"; done
answers portuguese
for what in answer reports page events; do
  sed -f data/from-portuguese.sed "portuguese.$what" | name_alike | sort > translated
  name_alike < "english.$what" | sort | cmp - translated && echo "$what: the same"
done
