// The filters: widgets to state and back.

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
  if (data.approval) options.push(make('option', t('approval rate'), {value: APPROVAL}));
  byId('chart-status').replaceChildren(...options, make('option', t('all statuses'), {value: ''}));
}

const statusBoxes = () => [...byId('statuses').querySelectorAll('input')];
const passes = (name) => !state.statuses || state.statuses.has(name);

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
  byId('search').value = state.q;
  if (!hasKeys) return;
  byId('by').value = state.by;
  byId('by').setCustomValidity('');
}

// "Rows of 14:05 to 14:28 only", which a click takes back.
function writeBetween() {
  const button = byId('between-off');
  button.hidden = !state.between;
  if (!state.between) return;
  const [from, to] = [showTime(state.between[0]), showTime(state.between[1] - 60)];
  button.textContent = t('Only {from} to {to} \u00d7', {from, to});
  button.setAttribute('aria-label', t('Only {from} to {to}: show all minutes', {from, to}));
}

function writePressed() {
  writeBetween();
  byId('chart-status').value = chartStatus();
  byId('preset-failures').setAttribute('aria-pressed', onlyFailures());
  byId('preset-abnormal').setAttribute('aria-pressed', state.normal === 'abnormal');
}

// What is chosen, in words, for when the panel is closed.
function chosenTexts() {
  const hours = String(state.hour) === '0,23' ? t('all hours') : t('hours {from} to {to}', {from: state.hour[0], to: state.hour[1]});
  const minutes = t('minutes {from} to {to}', {from: state.minute[0], to: state.minute[1]});
  const chosen = state.statuses ? [...state.statuses] : [];
  const statuses = !state.statuses ? t('all statuses') : chosen.length > 3 ? tn('{n} status', '{n} statuses', chosen.length)
    : chosen.join(', ') || t('no status');
  const kinds = {all: t('all rows'), normal: t('normal rows'), abnormal: t('abnormal rows')};
  return [hours, String(state.minute) === '0,59' ? '' : minutes, state.by, statuses, kinds[state.normal]].filter(Boolean).join(', ');
}
function writeSummary() {
  byId('filter-summary').textContent = t('Filter: {chosen}', {chosen: chosenTexts()}) + ' \u00b7 '
    + tn('{n} row', '{n} rows', taken.length, {n: showCount(taken.length)});
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
  byId('by').setCustomValidity(known ? '' : t('no row has this key'));
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
byId('between-off').addEventListener('click', () => {
  byId('reset').focus();  // what has the focus goes away
  change({between: null});
});
byId('preset-abnormal').addEventListener('click', () =>
  change({normal: state.normal === 'abnormal' ? 'all' : 'abnormal'}));
