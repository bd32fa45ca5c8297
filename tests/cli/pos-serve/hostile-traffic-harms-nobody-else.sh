# needs: command -v python3
. tests/cli/pos-serve/server
model
serve --timeout 2s
python3 tests/serve/hostile "$url" "${POS_HOSTILE_SECONDS:-5}" 2> /dev/null
end
sed 1d errors
