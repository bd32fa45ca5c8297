// Which lines the chart shows, of which hours, and its buttons.

// As chosen; else the data's own choice, or where the filter leaves that out, the worst or largest that it lets in.
function chartStatus() {
  if (state.chart === '' || data.statuses.includes(state.chart)) return state.chart;
  if (passes(data.chart)) return data.chart;
  const severity = (incident) => SEVERITIES.indexOf(incident.severity);
  const known = data.incidents.filter((incident) => passes(incident.status) && data.statuses.includes(incident.status));
  const worst = known.reduce((most, one) => (!most || severity(one) > severity(most) ? one : most), null);
  return worst ? worst.status : data.statuses.find(passes) || data.chart;
}

function keyItem(className, text, sign) {
  const item = make('span', null, {class: 'item'});
  item.append(make('span', sign, {class: className}), ' ' + text);
  return item;
}

function showKey(name, lines) {
  const per = data.step === 60 ? 'minute' : showDuration(data.step);
  const items = [keyItem('line count', `${name} per ${per}`), keyItem('line expected', 'expected'),
    keyItem('swatch band', 'expected \u00b1 3 sqrt(expected)')];
  if (name === '') {
    items.splice(0, 3, ...lines.map((line) => keyItem('line', line.label)));
    lines.forEach((line, k) => { items[k].firstChild.style.borderColor = chart.lineColour(line.index); });
  }
  byId('chart-key').replaceChildren(...items, keyItem('mark', 'critical', '\u25b2'),
    keyItem('mark', 'warning or no severity', '\u25b3'));
}

// Of one day, only the hours that are asked for.
function chartSpan() {
  const end = span.begin + span.step * span.steps;
  if (span.steps === 0 || dayOf(span.begin) !== dayOf(end - 1) || state.hour[0] > state.hour[1]) return span;
  const midnight = dayOf(span.begin) * 86400;
  const first = Math.max(span.begin, midnight + Math.floor(state.hour[0] * 3600 / span.step) * span.step);
  const steps = Math.ceil((Math.min(end, midnight + (state.hour[1] + 1) * 3600) - first) / span.step);
  return steps > 0 ? {begin: first, step: span.step, steps} : span;
}

function showChart() {
  const name = chartStatus();
  const chosen = name === '' ? names.filter(passes) : [name];
  const asked = data.filter;
  const inHours = chartSpan();
  // Where rows are left out by their decision, a step without a row says nothing.
  const gaps = state.normal !== 'all' || asked.normal !== 'all';
  const lines = chosen.map((status) => {
    const index = data.statuses.indexOf(status);
    const off = gaps || !passes(status);
    return {index: names.indexOf(status), label: status,
      points: seriesOf(rows, taken, (one) => one === index, inHours, [state, asked], off, !off && !keyShown())};
  });
  showKey(name, lines);
  chart.show(lines, name !== '', state.zoom, showTime);
  byId('chart-readout').textContent = lines.every((line) => line.points.every((point) => point.count === null))
    ? 'No row of this status passes the filters.' : '';
}

byId('chart-status').addEventListener('change', (event) => {
  state.chart = event.target.value;
  showChart();
  writeAddress();
});
byId('zoom-in').addEventListener('click', () => chart.zoomBy(0.5, 0));
byId('zoom-out').addEventListener('click', () => chart.zoomBy(2, 0));
byId('zoom-left').addEventListener('click', () => chart.zoomBy(1, -0.5));
byId('zoom-right').addEventListener('click', () => chart.zoomBy(1, 0.5));
byId('zoom-all').addEventListener('click', () => chart.zoomAll());
