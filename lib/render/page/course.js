// Which lines the chart shows, of which hours, and its buttons.

// As chosen; else the data's own choice, or where the filter leaves that out, the worst or largest that it lets in.
const APPROVAL = '*approval';  // where a status is chosen: the approval rate
function chartStatus() {
  if (state.chart === '' || data.statuses.includes(state.chart)) return state.chart;
  if (state.chart === APPROVAL && data.approval) return APPROVAL;
  if (passes(data.chart)) return data.chart;
  const severity = (incident) => SEVERITIES.indexOf(incident.severity);
  const known = data.incidents.filter((incident) => passes(incident.status) && data.statuses.includes(incident.status));
  const worst = known.reduce((most, one) => (!most || severity(one) > severity(most) ? one : most), null);
  return worst ? worst.status : data.statuses.find(passes) || data.chart;
}

// Incidents of what is shown, of a key or the whole.
const incidentsOf = (status) => data.incidents.filter((one) => one.status === status && (one.key || '') === keyShown());

// The incidents of a status as the chart shades them.
const regionsOf = (status) => incidentsOf(status).map((one) => ({begin: one.first, end: one.last + 60,
  severity: SEVERITIES.indexOf(one.severity), word: `${toIso(one.first).slice(11, 16)} ${one.word}`}));

// One mark where an incident begins; of alerts that no incident has, such as those of the forest, where a run of them does.
function markPoints(points, regions, step) {
  const begins = new Map(regions.map((region) => [Math.floor(region.begin / step), region.severity]));
  const inside = (time) => regions.some((region) => time + step > region.begin && time < region.end);
  points.forEach((point, k) => {
    const begun = begins.get(Math.floor(point.time / step));
    const alone = point.alerts > 0 && !(k > 0 && points[k - 1].alerts > 0) && !inside(point.time);
    point.mark = begun !== undefined ? begun : alone ? point.severity : null;
  });
}

function keyItem(className, text, sign) {
  const item = make('span', null, {class: 'item'});
  item.append(make('span', sign, {class: className}), ' ' + text);
  return item;
}

function showKey(name, lines) {
  const items = name === ''
    ? lines.map((line) => keyItem('line', line.label))
    : [keyItem('line count', t('came')), keyItem('line expected', t('expected')), keyItem('swatch band', t('usual range'))];
  if (name === '') lines.forEach((line, k) => { items[k].firstChild.style.borderColor = chart.lineColour(line.index); });
  if (lines.some((line) => line.regions.length > 0)) items.push(keyItem('swatch region', t('incident')));
  if (lines.some((line) => line.before)) items.push(keyItem('line before', t('last week')));
  const marks = lines.flatMap((line) => line.points).filter((point) => point.mark !== null);
  if (marks.some((point) => point.mark === 2)) items.push(keyItem('mark', t('critical'), '\u25b2'));
  if (marks.some((point) => point.mark < 2)) items.push(keyItem('mark', t('warning'), '\u25b3'));
  if (data.more_events) {
    items.push(keyItem('', t('not all events: those that come once, then the newest, {n} in all',
      {n: showCount(data.events.length)}), '\u2691'));
  }
  byId('chart-key').replaceChildren(...items);
}

function showHeading(name, step) {
  const per = step === 60 ? t('transactions per minute') : t('transactions per {time}', {time: showDuration(step)});
  byId('chart-unit').textContent = name === APPROVAL ? t('% approved') : per;
  byId('series-heading').textContent = name === '' ? t('All statuses') : name === APPROVAL ? t('Approval rate') : name;
  byId('chart-zone').hidden = !data.zone;
  byId('chart-zone').textContent = t('Times: {zone}', {zone: data.zone});
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

// The part of the period that the chart shows before anybody chooses; null: all of it. While rows come that is the last
// three hours, with all of what is wrong now.
function ownWindow() {
  if (!data.current || span.steps === 0) return null;
  const end = span.begin + span.step * span.steps;
  const running = data.incidents.filter((one) => one.running && one.status === chartStatus());
  const begin = Math.min(end - 3 * 3600, ...running.map((one) => one.first - 1800));
  return begin > span.begin ? [begin, end] : null;
}

function shownWindow() {
  if (state.zoom === 'all') return null;
  return state.zoom || ownWindow();
}

// Rows of some minutes only are shown among what was before and after them.
const drawnRows = () => (state.between ? takeRows(rows, {...state, between: null}) : taken);

function lineOf(status, drawn, inHours) {
  const index = data.statuses.indexOf(status);
  // Where rows are left out by their decision, a step without a row says nothing.
  const off = state.normal !== 'all' || data.filter.normal !== 'all' || !passes(status);
  const points = seriesOf(rows, drawn, (one) => one === index, inHours, [state, data.filter], off, !off && !keyShown());
  const regions = regionsOf(status);
  markPoints(points, regions, inHours.step);
  const before = state.normal === 'all' && !keyShown() ? lastWeekOf(points, inHours.step, data.last_week, index) : null;
  return {index: names.indexOf(status), label: status, points, regions, before};
}

// A share of few is no rate: five minutes and more.
function approvalLine(drawn, inHours) {
  const step = Math.max(300, inHours.step);
  const begin = Math.floor(inHours.begin / step) * step;
  const steps = Math.ceil((inHours.begin + inHours.step * inHours.steps - begin) / step);
  const parts = data.approval.map((status) => lineOf(status, drawn, {begin, step, steps}).points);
  const points = rateOf(parts);
  markPoints(points, [], step);
  return {index: 0, label: t('approval rate'), points, regions: [], rate: true};
}

function writeWindow() {
  const own = ownWindow();
  byId('window-own').hidden = !own;
  byId('window-own').setAttribute('aria-pressed', Boolean(own && !state.zoom));
  byId('zoom-all').setAttribute('aria-pressed', shownWindow() === null);
}

function showChart() {
  const name = chartStatus();
  const drawn = drawnRows();
  const inHours = chartSpan();
  const chosen = name === '' ? names.filter(passes) : [name];
  const lines = name === APPROVAL ? [approvalLine(drawn, inHours)] : chosen.map((status) => lineOf(status, drawn, inHours));
  showHeading(name, inHours.step);
  showKey(name, lines);
  chart.events = data.events || [];
  chart.show(lines, name !== '', shownWindow(), showTime);
  writeWindow();
  byId('all-statuses').setAttribute('aria-pressed', name === '');
  writeTiles();
  byId('chart-readout').textContent = lines.every((line) => line.points.every((point) => point.count === null))
    ? t('No row of this status passes the filters.') : '';
}

byId('window-own').addEventListener('click', () => { state.zoom = null; showChart(); writeAddress(); });
byId('all-statuses').addEventListener('click', () => chooseStatus(''));
byId('chart-status').addEventListener('change', (event) => chooseStatus(event.target.value));
byId('zoom-in').addEventListener('click', () => chart.zoomBy(0.5, 0));
byId('zoom-out').addEventListener('click', () => chart.zoomBy(2, 0));
byId('zoom-left').addEventListener('click', () => chart.zoomBy(1, -0.5));
byId('zoom-right').addEventListener('click', () => chart.zoomBy(1, 0.5));
byId('zoom-all').addEventListener('click', () => chart.zoomAll());
