pos-report -b pos.db --prune 0d
