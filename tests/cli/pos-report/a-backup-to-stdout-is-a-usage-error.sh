pos-report -b pos.db --backup -
