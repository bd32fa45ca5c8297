// The tiles stand in the page as the server made them: each shows its status on the chart.

function writeTiles() {
  const chosen = chartStatus();
  const tiles = [...byId('tiles').querySelectorAll('[data-tile]')];
  for (const tile of tiles) tile.setAttribute('aria-pressed', tile.dataset.tile === chosen);
  const shown = new Set(tiles.map((tile) => tile.dataset.tile));
  const others = names.filter((name) => !shown.has(name));
  byId('tiles-more').hidden = others.length === 0;
  byId('tile-others').replaceChildren(...others.map((name) => make('option', null, {value: name})));
}

function chooseStatus(name) {
  state.chart = name;
  showChart();
  writePressed();
  writeAddress();
}

byId('tiles').addEventListener('click', (event) => {
  const tile = event.target.closest('[data-tile]');
  if (tile) chooseStatus(tile.dataset.tile);
});
byId('tile-search').addEventListener('input', (event) => {
  const name = event.target.value.trim();
  if (names.includes(name)) chooseStatus(name);
});
byId('tiles-set').disabled = false;
