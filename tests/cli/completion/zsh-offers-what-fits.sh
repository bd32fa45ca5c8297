# needs: command -v zsh
. tests/cli/complete
offers zsh
