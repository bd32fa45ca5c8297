// Totals and bars of the rows that pass the filters.

function setNumber(id, value, text) {
  const element = byId(id);
  element.value = value;
  element.textContent = text || showCount(value);
}

function showTotals(all) {
  setNumber('total-rows', all.rows);
  setNumber('total-count', all.count);
  setNumber('normal-rows', all.rows - all.abnormalRows);
  setNumber('normal-count', all.count - all.abnormalCount);
  setNumber('abnormal-rows', all.abnormalRows);
  setNumber('abnormal-count', all.abnormalCount);
  if (all.rowsExpected) setNumber('total-expected', all.expected, showExpected(all.expected));
  else byId('total-expected').textContent = t('unknown');
}

let announceTimer = 0;
function announce(all) {
  const text = t('{some} of {all} rows, {abnormal} abnormal',
    {some: showCount(all.rows), all: showCount(rows.length), abnormal: showCount(all.abnormalRows)});
  clearTimeout(announceTimer);
  announceTimer = setTimeout(() => { byId('announce').textContent = text; }, 250);  // not at every key
}

function svg(tag, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function barRow(total, largest) {
  const percent = (count) => (largest ? (100 * count) / largest : 0).toFixed(3) + '%';
  const normal = total.count - total.abnormalCount;
  const bar = svg('svg', {'aria-hidden': 'true', focusable: 'false', width: '100%', height: 18});
  bar.append(svg('rect', {class: 'normal-bar', width: percent(normal), height: 18}),
    svg('rect', {fill: 'url(#hatch)', x: percent(normal), width: percent(total.abnormalCount), height: 18}));
  const cell = make('td', null, {class: 'bar'});
  cell.append(bar);
  const row = make('tr', null, {'data-status': total.name});
  const abnormal = total.abnormalRows ? '\u25b2\u00a0' + showCount(total.abnormalCount) : showCount(total.abnormalCount);
  row.append(make('th', total.name, {scope: 'row'}), cell,
    make('td', showCount(total.count), {class: 'number'}), make('td', showCount(normal), {class: 'number'}),
    make('td', abnormal, {class: total.abnormalRows ? 'number alert' : 'number'}),
    make('td', total.rowsExpected ? showExpected(total.expected) : '', {class: 'number'}),
    make('td', showCount(total.rows), {class: 'number'}));
  return row;
}

function showBars(statuses) {
  const largest = statuses.reduce((most, total) => Math.max(most, total.count), 0);
  byId('bars').tBodies[0].replaceChildren(...statuses.map((total) => barRow(total, largest)));
}
