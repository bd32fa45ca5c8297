// The page: widgets to state, state to address, state and data to numbers on the page.

const byId = (id) => document.getElementById(id);
const root = document.documentElement;
const hasKeys = byId('by') !== null;  // places for keys
if (hasKeys) COLUMNS.push(KEY_COLUMN);
let data;
let rows;
let taken;  // indices of the rows that pass the filters
let span;
let names = [];  // of statuses, in the order of their boxes: those that are new come last
let state = parseState(location.hash);
const printedRows = 200;  // more are no use on paper
const proposedKeys = 1000;  // while one is typed; any other can be typed whole

// The date stands above the page where there is but one.
const dayOf = (time) => Math.floor(time / 86400);
const showTime = (time) => {
  const text = toIso(time).replace('T', ' ').replace(/:00$/, '');
  const [first, last] = [dayOf(data.period[0]), dayOf(data.period[1] - 1)];
  return first === last && first === dayOf(time) ? text.slice(11) : text;
};
const showDuration = (seconds) => {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const days = minutes >= 1440;
  const [large, small] = days ? [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24] : [Math.floor(minutes / 60), minutes % 60];
  return `${large} ${days ? 'd' : 'h'}` + (small ? ` ${small} ${days ? 'h' : 'min'}` : '');
};

const table = new RowTable(byId('rows-scroll'), (key) => {
  state.sort = state.sort === key ? '-' + key : key;
  showRows();
  writeAddress();
});
const chart = new CountChart(byId('chart'), (zoom) => {
  state.zoom = zoom;
  writeAddress();
}, (text) => { byId('chart-readout').textContent = text; });

// Address

let addressTimer = 0;
function writeAddress() {
  clearTimeout(addressTimer);
  // Browsers allow few changes a second, and a drag makes many.
  addressTimer = setTimeout(() => {
    const fragment = '#' + printState(state);
    if (fragment === (location.hash || '#')) return;
    try {
      history.replaceState(null, '', fragment);
    } catch {
      // A reader's sandbox may forbid it; the page works without.
    }
  }, 150);
}

// Widgets

// What replaces the focused element of a folder, known by one of its attributes, has the focus after it.
function keepFocus(folder, attribute, rebuild) {
  const focused = folder.contains(document.activeElement) ? document.activeElement.getAttribute(attribute) : null;
  rebuild();
  if (focused === null) return;
  const heir = [...folder.querySelectorAll(`[${attribute}]`)].find((one) => one.getAttribute(attribute) === focused);
  if (heir) heir.focus({preventScroll: true});
}

function statusBox(name, i) {
  const label = make('label');
  const box = make('input', null, {type: 'checkbox', id: 'status-' + i, 'data-status': name});
  box.checked = passes(name);
  label.append(box, ' ' + name);
  return label;
}

function buildStatuses() {
  const before = names;
  names = names.filter((name) => data.statuses.includes(name));
  names.push(...data.statuses.filter((name) => !names.includes(name)));
  if (before.length === names.length && before.every((name, i) => name === names[i])) return;
  keepFocus(byId('statuses'), 'data-status', () => byId('statuses').replaceChildren(...names.map(statusBox)));
  const options = names.map((name) => make('option', name, {value: name}));
  byId('chart-status').replaceChildren(...options, make('option', 'all statuses', {value: ''}));
}

const statusBoxes = () => [...byId('statuses').querySelectorAll('input')];
const passes = (name) => !state.statuses || state.statuses.has(name);

// As chosen; else the data's own choice, or where the filter leaves that out, the worst or largest that it lets in.
function chartStatus() {
  if (state.chart === '' || data.statuses.includes(state.chart)) return state.chart;
  if (passes(data.chart)) return data.chart;
  const severity = (incident) => SEVERITIES.indexOf(incident.severity);
  const known = data.incidents.filter((incident) => passes(incident.status) && data.statuses.includes(incident.status));
  const worst = known.reduce((most, one) => (!most || severity(one) > severity(most) ? one : most), null);
  return worst ? worst.status : data.statuses.find(passes) || data.chart;
}

const failures = ['denied', 'failed', 'reversed'];
const onlyFailures = () => state.statuses !== null && names.every((name) => passes(name) === failures.includes(name))
  && [...state.statuses].some((name) => failures.includes(name));

function writeWidgets() {
  for (const name of ['hour', 'minute']) {
    byId(name + '-from').value = state[name][0];
    byId(name + '-to').value = state[name][1];
  }
  for (const box of statusBoxes()) box.checked = !state.statuses || state.statuses.has(box.dataset.status);
  byId('normal-' + state.normal).checked = true;
  if (!hasKeys) return;
  byId('by').value = state.by;
  byId('by').setCustomValidity('');
}

function writePressed() {
  for (const name of ['hour', 'minute']) {
    const wrong = state[name][0] > state[name][1];
    byId(name + '-to').setCustomValidity(wrong ? 'ends before it begins' : '');
  }
  byId('chart-status').value = chartStatus();
  byId('preset-failures').setAttribute('aria-pressed', onlyFailures());
  byId('preset-abnormal').setAttribute('aria-pressed', state.normal === 'abnormal');
}

// What is empty or out of range while it is typed counts as the end of the range.
function readNumber(id) {
  const input = byId(id);
  const value = input.valueAsNumber;
  const ends = [Number(input.min), Number(input.max)];
  if (Number.isInteger(value) && within(value, ends)) return value;
  return id.endsWith('-from') ? ends[0] : ends[1];
}

function readStatuses() {
  const chosen = statusBoxes().filter((box) => box.checked).map((box) => box.dataset.status);
  if (chosen.length === names.length) return null;
  // One without a row, as all are at midnight, has no box and stays chosen.
  const others = state.statuses ? [...state.statuses].filter((name) => !names.includes(name)) : [];
  return new Set([...chosen, ...others]);
}

// Half a key that is typed is none yet.
function readKey() {
  const typed = byId('by').value.trim();
  const known = typed === '' || (rows.keys || []).includes(typed);
  byId('by').setCustomValidity(known ? '' : 'no row has this key');
  return known ? typed : state.by;
}

function writeKeys() {
  if (!hasKeys) return;
  const options = (rows.keys || []).slice(1, 1 + proposedKeys).map((name) => make('option', null, {value: name}));
  byId('keys-known').replaceChildren(...options);
}

function readWidgets(changed) {
  return {
    hour: [readNumber('hour-from'), readNumber('hour-to')],
    minute: [readNumber('minute-from'), readNumber('minute-to')],
    statuses: byId('statuses').contains(changed) ? readStatuses() : state.statuses,
    normal: byId('filters').querySelector('[name=normal]:checked').value,
    by: hasKeys ? readKey() : state.by,
  };
}

// Numbers

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
  else byId('total-expected').textContent = 'unknown';
}

let announceTimer = 0;
function announce(all) {
  const text = `${showCount(all.rows)} of ${showCount(rows.length)} rows, ${showCount(all.abnormalRows)} abnormal`;
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

function showCell(incident) {
  const cell = make('td', null, {class: 'show'});
  if (!data.statuses.includes(incident.status)) return cell;
  const label = `Show ${incident.key ? incident.key + ' ' : ''}${incident.status} from ${showTime(incident.first)}`;
  const button = make('button', 'Show', {type: 'button', 'aria-label': label});
  button.addEventListener('click', () => showIncident(incident));
  cell.append(button);
  return cell;
}

// The row of one status; an incident's number stands in its first row.
function incidentRow(incident, k, rows) {
  const isFirst = k === 0 || rows[k - 1].incident !== incident.incident;
  const row = make('tr');
  const severity = SEVERITIES.indexOf(incident.severity);
  row.append(showCell(incident), make('td', isFirst ? incident.incident : ''), make('td', severityWord(severity), {class: 'alert'}), make('th', incident.status, {scope: 'row'}));
  if (hasKeys) row.append(make('td', incident.key));
  row.append(make('td', showTime(incident.first)), make('td', showTime(incident.last)),
    make('td', showDuration(incident.last - incident.first + 60), {class: 'number'}));
  for (const text of [showCount(incident.alerts), showCount(incident.count), incident.expected === null ? '' : showExpected(incident.expected),
    incident.lost === null ? '' : showExpected(incident.lost)]) row.append(make('td', text, {class: 'number'}));
  const why = make('td', incident.reason, {class: 'long'});
  if (incident.where) why.append(make('br'), 'where: ' + incident.where);
  row.append(why);
  return row;
}

// Its status, its hours, and half an hour of chart around it.
function showIncident(incident) {
  const oneDay = dayOf(incident.first) === dayOf(incident.last);
  state = {...defaultState(), statuses: new Set([incident.status]), chart: incident.status, by: incident.key || state.by,
    hour: oneDay ? [hourOf(incident.first), hourOf(incident.last)] : [0, 23],
    zoom: [incident.first - 1800, incident.last + 1860]};
  writeWidgets();
  render();
  byId('chart').scrollIntoView({block: 'center'});
  byId('chart').focus({preventScroll: true});
}

function noRow(table) {
  const row = make('tr');
  row.append(make('td', 'None.', {colspan: byId(table).tHead.rows[0].cells.length}));
  return row;
}

let incidentsOf = null;  // the key whose incidents are shown

function showIncidents() {
  if (incidentsOf === state.by) return;
  incidentsOf = state.by;
  const {tHead, tBodies: [body]} = byId('incidents');
  const incidents = data.incidents.filter((incident) => !state.by || incident.key === state.by);
  if (incidents.length && !tHead.querySelector('.show')) tHead.rows[0].prepend(make('td', null, {class: 'show'}));
  const lines = incidents.length ? incidents.map(incidentRow) : [noRow('incidents')];
  keepFocus(body, 'aria-label', () => body.replaceChildren(...lines));
  const numberOf = (rows) => new Set(rows.map((row) => row.incident)).size;
  setNumber('incidents-count', numberOf(incidents));
  setNumber('incidents-critical', numberOf(incidents.filter((row) => row.severity === 'critical')));
}

// Keys

function keyRow(total) {
  const row = make('tr');
  const label = `Show ${total.key}`;
  const button = make('button', 'Show', {type: 'button', 'aria-label': label});
  button.addEventListener('click', () => change({by: total.key}));
  const cell = make('td', null, {class: 'show'});
  cell.append(button);
  const share = total.share > 0 && total.share < 0.001 ? 'under 0.1%' : (100 * total.share).toFixed(1) + '%';
  row.append(cell, make('th', total.key, {scope: 'row'}));
  for (const text of [showCount(total.count), share, total.volume === null ? '' : showCount(total.volume)]) row.append(make('td', text, {class: 'number'}));
  row.append(make('td', showCount(total.incidents), {class: total.incidents ? 'number alert' : 'number'}));
  const lost = total.incidents && total.lost !== null ? showExpected(total.lost) : '';
  for (const text of [lost, showCount(total.minutes), total.latest === null ? '' : total.latest]) row.append(make('td', text, {class: 'number'}));
  return row;
}

// Of the page whatever the filters: a key that is chosen is one of these.
function showKeys() {
  if (!hasKeys || !data.keys) return;
  const {tHead, tBodies: [body]} = byId('keys');
  if (data.key_totals.length && !tHead.querySelector('.show')) tHead.rows[0].prepend(make('td', null, {class: 'show'}));
  const lines = data.key_totals.length ? data.key_totals.map(keyRow) : [noRow('keys')];
  keepFocus(body, 'aria-label', () => body.replaceChildren(...lines));
  const more = data.key_count - data.key_totals.length;
  byId('keys-more').textContent = more > 0 ? `and ${showCount(more)} more` : '';
}

// Chart

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

// From the first one, or scrolled to where `top` is.
function showRows(top) {
  if (!top) byId('rows-scroll').scrollTop = 0;
  table.show(sortRows(rows, taken, state.sort), state.sort);
  if (top) table.scrollToRow(top);
}

// All of it

// The key that is shown alone; '': all are.
const keyShown = () => state.by || data.by || '';

function render(top) {
  if (!hasKeys) state.by = '';
  tellExpected(rows, keyShown());
  taken = takeRows(rows, state);
  const totals = totalsOf(rows, taken, data.covered, [state, data.filter], keyShown());
  showTotals(totals.all);
  announce(totals.all);
  showBars(totals.statuses);
  showIncidents();
  showChart();
  showRows(top);
  writePressed();
  writeAddress();
}

function change(part) {
  Object.assign(state, part);
  writeWidgets();
  render();
}

function setData(fresh) {
  data = fresh;
  rows = decodeRows(data);
  span = spanOf(rows, data);
  table.setRows(rows, showTime);
  buildStatuses();
  writeKeys();
  showKeys();
  incidentsOf = null;
}

// New data, same view: what a live page calls with what it fetched. Nobody asked, so nothing of it is read out.
function renewData(fresh) {
  const aloud = (politeness) => ['announce', 'chart-readout'].forEach((id) => byId(id).setAttribute('aria-live', politeness));
  const top = table.topRow();
  const step = chart.selectedTime();
  if (fresh.statuses.includes(data.chart)) fresh.chart = data.chart;
  if (state.zoom && (state.zoom[1] <= fresh.period[0] || state.zoom[0] >= fresh.period[1])) state.zoom = null;  // of yesterday
  aloud('off');
  setData(fresh);
  byId('period').textContent = data.shown;
  render(top);
  chart.select(step);
  setTimeout(() => aloud('polite'), 400);  // after that of announce()
}

// The alerts of the data, which a live page looks through for new ones.
function alertsOf() {
  const indices = [...rows.alert.keys()].filter((i) => rows.alert[i]);
  return indices.map((i) => ({time: rows.time[i], status: rows.statuses[rows.status[i]], severity: rows.severity[i],
    key: rows.keys ? rows.keys[rows.key[i]] : '', reason: reasonOf(rows, i)}));
}

byId('filters').addEventListener('input', (event) => {
  Object.assign(state, readWidgets(event.target));
  render();
});
byId('filters').addEventListener('change', writeWidgets);
byId('filters').addEventListener('submit', (event) => event.preventDefault());
byId('filters').addEventListener('reset', (event) => {
  event.preventDefault();
  state = defaultState();
  change({});
});
byId('preset-failures').addEventListener('click', () => change({statuses: onlyFailures() ? null : new Set(failures)}));
byId('preset-abnormal').addEventListener('click', () =>
  change({normal: state.normal === 'abnormal' ? 'all' : 'abnormal'}));
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
// The skip link must not take the place of the view in the address.
byId('skip').addEventListener('click', (event) => { event.preventDefault(); byId('main').focus(); });
addEventListener('hashchange', () => { state = parseState(location.hash); change({}); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => chart.restyle(state.zoom));

// Paper: light colours, a chart of its width, and the rows only where they are few.
addEventListener('beforeprint', () => {
  const few = table.order.length <= printedRows;
  root.classList.add('printing');
  byId('chart').style.width = '660px';
  chart.restyle(state.zoom);
  table.wholeInPrint = few;
  table.draw(true);
  byId('rows-scroll').hidden = !few;
  byId('rows-not-printed').hidden = few;
  byId('rows-not-printed').textContent = `${showCount(table.order.length)} rows: too many to print. Filter to ${printedRows} or fewer, or open the file.`;
});
addEventListener('afterprint', () => {
  root.classList.remove('printing');
  byId('chart').style.width = '';
  table.wholeInPrint = false;
  byId('rows-scroll').hidden = false;
  byId('rows-not-printed').hidden = true;
  chart.restyle(state.zoom);
  table.draw(true);
});

for (const id of ['filters', 'chart-tools', 'chart-key', 'chart', 'chart-readout', 'chart-help', 'rows-scroll']) byId(id).hidden = false;
for (const id of ['chart-static', 'rows-no-script']) byId(id).hidden = true;
setData(JSON.parse(byId('data').textContent));
change({});
root.dataset.ready = 'true';
// For the script of a live page, which comes after this one.
return {alertsOf, byId, fromIso, make, renewData, severityWord, severities: SEVERITIES, showTime};
