// The page: what is chosen and the data, to what is shown.

// From the first one, or scrolled to where `top` is.
function showRows(top) {
  if (!top) byId('rows-scroll').scrollTop = 0;
  table.show(sortRows(rows, searchRows(taken, state.q), state.sort), state.sort);
  if (top) table.scrollToRow(top);
  writeFound();
}

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
  filterIncidents();
  showChart();
  showRows(top);
  writePressed();
  writeSummary();
  writeAddress();
}

function change(part) {
  Object.assign(state, part);
  writeWidgets();
  render();
}

let dataAt = 0;  // when it came

function setData(fresh) {
  data = fresh;
  dataAt = Date.now();
  rows = rowsOf(data, rows);
  span = spanOf(rows, data);
  byId('minute-from').closest('fieldset').hidden = rows.weight !== null;  // a row may be of a whole hour
  if (rows.weight) state.minute = [0, 59];
  table.setRows(rows, showTime);
  buildStatuses();
  writeKeys();
}

// New data, same view: what a live page calls with what it fetched. Nobody asked, so nothing of it is read out.
function renewData(fresh) {
  const aloud = (politeness) => ['announce', 'chart-readout'].forEach((id) => byId(id).setAttribute('aria-live', politeness));
  const top = table.topRow();
  const step = chart.selectedTime();
  if (fresh.statuses.includes(data.chart)) fresh.chart = data.chart;
  if (Array.isArray(state.zoom) && (state.zoom[1] <= fresh.period[0] || state.zoom[0] >= fresh.period[1])) state.zoom = null;  // of yesterday
  aloud('off');
  setData(fresh);
  byId('period').textContent = data.shown;
  replaceParts(data.html);
  showInWindow();
  render(top);
  chart.select(step);
  setTimeout(() => aloud('polite'), 400);  // after that of announce()
}

// The incidents of the data, which a live page looks through for new ones.
const knownIncidents = () => data.incidents;
// The clock of the server, in its own zone: what the data say, and the time since they came.
const serverNow = () => data.now + (Date.now() - dataAt) / 1000;
const newestRow = () => data.newest && {time: data.newest[0], overdue: data.newest[1] === 1};

// The skip link must not take the place of the view in the address.
byId('skip').addEventListener('click', (event) => { event.preventDefault(); byId('main').focus(); });
addEventListener('hashchange', () => { state = parseState(location.hash); change({}); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => chart.restyle(shownWindow()));

for (const id of ['chart-tools', 'chart-key', 'chart-unit', 'chart', 'chart-readout', 'chart-help', 'rows-scroll', 'rows-tools'])
  byId(id).hidden = false;
for (const id of ['chart-static', 'rows-no-script']) byId(id).hidden = true;
byId('filter-panel').open = matchMedia('(min-width: 641px)').matches;  // on a phone the facts come first
setData(JSON.parse(byId('data').textContent));
change({});
root.dataset.ready = 'true';
// For the script of a live page, which comes after this one; `rowsNow` is for tests.
return {byId, countNews, dataOf: () => data, fromIso, knownIncidents, make, newestRow,
  renewData, rowsNow: () => rows, serverNow, severityWord, severities: SEVERITIES, showContact, showDuration, showTime, t};
