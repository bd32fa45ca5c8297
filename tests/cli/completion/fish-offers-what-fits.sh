# needs: command -v fish
. tests/cli/complete
offers fish
