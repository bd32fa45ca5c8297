# needs: command -v zsh
. tests/cli/complete
misses zsh
