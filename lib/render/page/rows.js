// Rows that are shown: found by a text, copied, and taken away as a file.

// What a row says as text, the columns of `pos-report -f csv -r table` that the page has.
const FIELDS = {
  time: (i) => toIso(rows.time[i]).replace('T', ' '), status: (i) => rows.statuses[rows.status[i]],
  count: (i) => String(rows.count[i]), score: (i) => showDecimals(rows.score[i], 4),
  expected: (i) => showDecimals(rows.expected[i], 2), surprise: (i) => showDecimals(rows.surprise[i], 2),
  severity: (i) => SEVERITIES[rows.severity[i]], final_decision: (i) => (rows.alert[i] ? 'Alert' : 'Approve'),
  reason: (i) => rows.reasons[rows.reason[i]],
};
const moreFields = () => ({
  ...(rows.keys ? {key: (i) => rows.keys[rows.key[i]]} : {}),
  ...(rows.places ? {where: (i) => rows.places[rows.where[i]]} : {}),
});

// The rows that have every word of the text somewhere, in any column.
function searchRows(taken, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return taken;
  const fields = Object.values({...FIELDS, ...moreFields()});
  return taken.filter((i) => {
    const all = fields.map((field) => field(i)).join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

const csvCell = (text) => (/[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);
const tabCell = (text) => text.replace(/[\t\r\n]+/g, ' ');

function rowsAsText(order, cell, between) {
  const fields = {...FIELDS, ...moreFields()};
  const lines = [Object.keys(fields).join(between)];
  for (const i of order) lines.push(Object.values(fields).map((field) => cell(field(i))).join(between));
  return lines.join('\n') + '\n';
}

// Where the server has the same rows as CSV, with all their digits; null: only the page has these.
function rowsAddress() {
  const {hour, minute, normal, by, statuses, q} = state;
  const whole = defaultState();
  const wanted = {};
  if (String(hour) !== String(whole.hour)) wanted.hour = hour.join('-');
  if (String(minute) !== String(whole.minute)) wanted.minute = minute.join('-');
  if (normal !== whole.normal) wanted.normal = normal;
  if (by) wanted.by = by;
  if (statuses) wanted.status = [...statuses].join(',');
  const query = new URLSearchParams(location.search);
  const known = Object.keys(wanted).every((name) => !query.has(name));
  const named = !statuses || (statuses.size > 0 && ![...statuses].some((name) => name.includes(',')));
  if (!isLive || q || !known || !named) return null;
  for (const [name, value] of Object.entries({...wanted, format: 'csv'})) query.set(name, value);
  return 'api/transactions?' + query;
}

async function copyRows() {
  const text = rowsAsText(table.order, tabCell, '\t');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without TLS browsers have no clipboard for pages, but for what is selected.
    const field = make('textarea', null, {class: 'unseen', 'aria-hidden': 'true'});
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    byId('copy').focus();
  }
  byId('announce').textContent = tn('{n} row copied', '{n} rows copied', table.order.length, {n: showCount(table.order.length)});
}

let fileAddress = null;
byId('download').addEventListener('click', (event) => {
  if (rowsAddress()) return;
  if (fileAddress) URL.revokeObjectURL(fileAddress);
  fileAddress = URL.createObjectURL(new Blob([rowsAsText(table.order, csvCell, ',')], {type: 'text/csv'}));
  event.currentTarget.href = fileAddress;
});
byId('copy').addEventListener('click', copyRows);

// What was found; of a table without a row, why.
function foundText(n) {
  if (rows.length === 0) return t('The period has no rows.');
  if (taken.length === 0) return t('No row passes the filters.');
  return state.q ? tn('{n} row found', '{n} rows found', n, {n: showCount(n)}) : '';
}

function writeFound() {
  const n = table.order.length;
  byId('download').href = rowsAddress() || '#';
  byId('rows-found').textContent = foundText(n);
  byId('rows-note').hidden = !table.isVirtual();
}

let searchTimer = 0;
byId('search').addEventListener('input', () => {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => {
    state.q = byId('search').value.trim();
    showRows();
    writeAddress();
  }, rows.length > 20000 ? 200 : 0);  // not at every key where it takes longer
});
