# needs: command -v fish
. tests/cli/complete
misses fish
