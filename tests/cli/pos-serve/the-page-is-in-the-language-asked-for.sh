. tests/cli/pos-serve/server
model
serve
post text/csv @examples/data/day.csv >/dev/null
language() { curl -s "$@" | grep -o '<html lang="..">'; }
language "$url"
language -H 'Accept-Language: pt-BR,pt;q=0.9,en;q=0.8' "$url"
language -H 'Accept-Language: pt-BR' "$url?lang=en"
curl -s -D headers -o page -H 'Accept-Language: pt-BR' "$url"
grep -i '^vary' headers | tr -d '\r'
echo 'left in English on the page:'
tests/cli/english-left <page
echo 'and in what it fetches:'
curl -s "${url}api/page?lang=pt" | jq -r '.html[]' | sed 's/^/<html>/' | tests/cli/english-left
status "$url?lang=fr"
cat answer
for path in summary series incidents transactions; do
  curl -s "${url}api/$path" >english
  curl -s -H 'Accept-Language: pt' "${url}api/$path?lang=pt" | cmp english -
done
end
serve --lang pt
language "$url"
end
