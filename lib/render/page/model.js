// Rows as columns, and what is counted of them. Numbers in, numbers out: nothing here knows the page.

const SEVERITIES = ['', 'warning', 'critical'];

// Numbers packed into text (render/page/packed.hpp).
const DIGITS = new Uint8Array(128);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].forEach((digit, i) => { DIGITS[digit.charCodeAt(0)] = i; });

class Packed {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  hasMore() { return this.at < this.text.length; }

  // NaN: not known.
  next() {
    if (this.text[this.at] === '.') {
      this.at += 1;
      return NaN;
    }
    const first = DIGITS[this.text.charCodeAt(this.at++)];
    let value = (first >> 1) & 15;
    for (let scale = 16, digit = first; digit & 32; scale *= 32) {
      digit = DIGITS[this.text.charCodeAt(this.at++)];
      value += (digit & 31) * scale;
    }
    return first & 1 ? -value : value;
  }
}

// A column of the data block, each number told from the one before it of its status; empty: no row has one. `scale`: by
// status.
function decodeColumn(text, status, statuses, scale) {
  const column = new Float64Array(status.length).fill(NaN);
  if (!text) return column;
  const packed = new Packed(text);
  const before = new Float64Array(statuses);
  for (let i = 0; i < status.length; ++i) {
    const step = packed.next();
    if (!Number.isNaN(step)) column[i] = (before[status[i]] += step) / scale[status[i]];
  }
  return column;
}

// `take(row, next)` for each row that a sparse column names.
function decodeSparse(text, take) {
  const packed = new Packed(text);
  for (let row = 0; packed.hasMore();) take(row += packed.next(), () => packed.next());
}

function decodeTimes(text, length) {
  const time = new Float64Array(length);
  const packed = new Packed(text);
  for (let i = 0, now = 0; packed.hasMore();) {
    now += packed.next();
    const end = i + packed.next();
    time.fill(now, i, end);
    i = end;
  }
  return time;
}

// Each status follows that of the row before it as it did last, but for those that are told.
function decodeStatuses(text, length, statuses) {
  const status = new Uint32Array(length);
  const next = new Uint32Array(statuses);
  const packed = new Packed(text);
  for (let i = 0, before = 0, foreseen = packed.next(); i < length; ++i, --foreseen) {
    if (foreseen === 0) {
      next[before] = packed.next();
      foreseen = packed.next() + 1;
    }
    before = status[i] = next[before];
  }
  return status;
}

function decodeEach(text, length) {
  const packed = new Packed(text);
  return new Uint32Array(length).map(() => packed.next());
}

// Columns of the data block (render/page/data.hpp) as typed arrays; what is not known is NaN.
// Where there are too many rows (data.coarse), each stands for some of one status and decision in a step of so many
// seconds: `weight` says for how many, and what was expected in a step stands once.
function decodeRows(data) {
  const length = data.rows;
  const status = decodeStatuses(data.status, length, data.statuses.length);
  const column = (name, scale) =>
    decodeColumn(data[name], status, data.statuses.length, Array.isArray(scale) ? scale : data.statuses.map(() => scale));
  const [severity, alert, reason] = [new Uint8Array(length), new Uint8Array(length), new Uint32Array(length)];
  decodeSparse(data.alerts, (row, next) => {
    const flags = next();
    [alert[row], severity[row], reason[row]] = [flags & 1, flags >> 1, next()];
  });
  const expected = column('expected', data.expected_decimals.map((decimals) => 10 ** decimals));
  return {
    length, time: decodeTimes(data.time, length), statuses: data.statuses, reasons: data.reasons,
    reasonsShown: data.reasons_shown || data.reasons, status, count: column('count', 1), score: column('score', 10000),
    expected, told: expected, surprise: column('surprise', 100), severity, alert, reason,
    weight: data.coarse ? decodeEach(data.rows_of, length) : null,
    statusRanks: ranksOf(data.statuses), reasonRanks: ranksOf(data.reasons), ...decodeKeys(data),
  };
}

// Where keys are watched, and places looked for.
function decodeKeys(data) {
  const sparse = (text) => {
    const column = new Uint32Array(data.rows);
    decodeSparse(text, (row, next) => { column[row] = next(); });
    return column;
  };
  const more = {};
  if (data.places) Object.assign(more, {places: data.places, placesShown: data.places_shown || data.places, where: sparse(data.where)});
  if (!data.keys) return more;
  return {...more, keys: data.keys, key: sparse(data.key), has: decodeEach(data.has, data.rows),
    keyLists: data.key_lists, keyRanks: ranksOf(data.keys)};
}

// What was expected of what is shown, which is all, or a key alone: what a key's alert expected is not what was expected
// of all, and other rows say nothing of a key.
function tellExpected(rows, by) {
  if (!rows.keys) return;
  const wanted = rows.keys.indexOf(by);
  rows.told = rows.expected.map((expected, i) => (rows.key[i] === wanted ? expected : NaN));
}

const hourOf = (time) => Math.floor((((time % 86400) + 86400) % 86400) / 3600);
const minuteOf = (time) => Math.floor((((time % 3600) + 3600) % 3600) / 60);
// From 22 to 3 is over midnight.
const within = (value, [from, to]) => (from <= to ? from <= value && value <= to : from <= value || value <= to);
const isBetween = (time, span) => !span || (span[0] <= time && time < span[1]);

// Whether a list of keys has this one, by the list's number; without a key every one passes.
function listsWith(rows, by) {
  if (!by) return null;
  const wanted = rows.keys ? rows.keys.indexOf(by) : -1;
  return (rows.keyLists || []).map((list) => list.includes(wanted));
}

// Indices of the rows that pass, in the order of the data.
function takeRows(rows, state) {
  const lists = listsWith(rows, state.by);
  const wanted = rows.statuses.map((name) => !state.statuses || state.statuses.has(name));
  const taken = new Uint32Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; ++i) {
    if (!wanted[rows.status[i]]) continue;
    if (lists && !(rows.keys && (lists[rows.has[i]] || rows.keys[rows.key[i]] === state.by))) continue;
    if (state.normal !== 'all' && (state.normal === 'abnormal') !== (rows.alert[i] === 1)) continue;
    if (!within(hourOf(rows.time[i]), state.hour) || !within(minuteOf(rows.time[i]), state.minute)) continue;
    if (!isBetween(rows.time[i], state.between)) continue;
    taken[n++] = i;
  }
  return taken.subarray(0, n);
}

// Why a row is an alert, and where.
function reasonOf(rows, i) {
  const reason = rows.reasonsShown[rows.reason[i]];
  const place = rows.places ? rows.placesShown[rows.where[i]] : '';
  return [reason, place && t('where: {place}', {place})].filter(Boolean).join('; ');
}

const noTotal = () => ({rows: 0, count: 0, abnormalRows: 0, abnormalCount: 0, expected: 0, rowsExpected: 0});

function addRow(total, rows, i) {
  const weight = rows.weight ? rows.weight[i] : 1;
  total.rows += weight;
  total.count += rows.count[i];
  if (rows.alert[i]) {
    total.abnormalRows += weight;
    total.abnormalCount += rows.count[i];
  }
  if (Number.isNaN(rows.told[i])) return;
  total.rowsExpected += 1;
  if (rows.weight) total.expected += rows.told[i];  // of the minutes without a row, too
}

// Minutes of data that the filters of time take, whatever the status of their rows.
function minutesOf(covered, filters) {
  const minutes = [];
  for (const [begin, end] of covered) {
    for (let time = begin; time < end; time += 60) {
      if (filters.every(({hour, minute, between}) => within(hourOf(time), hour) && within(minuteOf(time), minute)
        && isBetween(time, between))) minutes.push(time);
    }
  }
  return minutes;
}

// Adds to each status what was expected of it: as report::Collector does, row by row in order of time.
function addExpected(each, rows, taken, minutes, between) {
  const last = each.map(() => ({minute: -1, expected: 0}));
  let k = 0;
  for (const i of taken) {
    const expected = rows.told[i];
    if (Number.isNaN(expected)) continue;
    while (k < minutes.length - 1 && minutes[k] + 60 <= rows.time[i]) k += 1;
    const total = each[rows.status[i]];
    const before = last[rows.status[i]];
    if (before.minute === k) continue;
    const without = between ? k - before.minute - 1 : 0;
    total.expected += expected + without * (before.minute < 0 ? expected : (before.expected + expected) / 2);
    last[rows.status[i]] = {minute: k, expected};
  }
  if (between) each.forEach((total, s) => { total.expected += (minutes.length - 1 - last[s].minute) * last[s].expected; });
}

// Only its alerts say what was expected of a key: no total is made of that.
function forgetExpected(total) {
  total.expected = 0;
  total.rowsExpected = 0;
}

// The total, and one for each status that has a row: the largest count first, then by name.
// `filters`: those of the page and of the command line; `by` is the key that is shown alone, if one is.
function totalsOf(rows, taken, covered, filters, by) {
  const all = noTotal();
  const each = rows.statuses.map((name) => ({name, ...noTotal()}));
  for (const i of taken) {
    addRow(all, rows, i);
    addRow(each[rows.status[i]], rows, i);
  }
  if (!rows.weight) addExpected(each, rows, taken, minutesOf(covered, filters), filters.every(({normal}) => normal === 'all'));
  all.expected = 0;
  for (const total of each) all.expected += total.expected;
  const halved = rows.weight && filters[0].normal !== 'all';  // what was expected is of normal and abnormal rows together
  if (by || halved) [all, ...each].forEach(forgetExpected);
  const byCount = (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1);
  return {all, statuses: each.filter((total) => total.rows > 0).sort(byCount)};
}

// Whether some minute of the step that begins there passes the filters of hour and minute.
function stepPasses(begin, step, ranges) {
  for (let time = begin; time < begin + step; time += 60) {
    if (ranges.every((range) => within(hourOf(time), range.hour) && within(minuteOf(time), range.minute))) return true;
  }
  return false;
}

// What was expected in steps without a row: between its neighbours. A rare status has no row in most minutes,
// and a line broken at each of them tells nothing.
function bridgeExpected(points) {
  let known = -1;
  points.forEach((point, i) => {
    if (point.count === null) known = -1;
    if (point.expected === null) return;
    for (let gap = known + 1; known >= 0 && gap < i; ++gap) {
      const share = (gap - known) / (i - known);
      points[gap].expected = points[known].expected * (1 - share) + point.expected * share;
    }
    known = i;
  });
}

// Steps from the first row of the data to its end, with those rows of `taken` that `wanted(status index)` picks.
// A step without a row counts 0 where one could have passed, and is a gap (null) where none could.
// `bridges`: what was expected is known between steps that say so.
function seriesOf(rows, taken, wanted, span, ranges, gaps, bridges) {
  const {begin, step, steps} = span;
  const points = [];
  for (let k = 0; k < steps; ++k) {
    const open = !gaps && stepPasses(begin + k * step, step, ranges);
    points.push({time: begin + k * step, count: open ? 0 : null, expected: null, alerts: 0, severity: 0});
  }
  let last = -Infinity;  // minute that said what was expected: each row of it says the same
  for (const i of taken) {
    if (!wanted(rows.status[i])) continue;
    const point = points[Math.floor((rows.time[i] - begin) / step)];
    if (!point) continue;
    point.count += rows.count[i];
    if (!Number.isNaN(rows.told[i]) && rows.time[i] >= last + 60) {
      last = Math.floor(rows.time[i] / 60) * 60;
      point.expected += rows.told[i];
    }
    point.alerts += rows.alert[i];
    if (rows.alert[i]) point.severity = Math.max(point.severity, rows.severity[i]);
  }
  if (bridges) bridgeExpected(points);
  return points;
}

// The share of the first of these series in all of them, in percent, and how far chance alone takes it.
function rateOf(parts) {
  return parts[0].map((first, k) => {
    const sum = (what) => parts.reduce((total, points) => total + (points[k][what] || 0), 0);
    const [count, expected] = [sum('count'), sum('expected')];
    const known = first.expected !== null && expected > 0;
    const share = known ? first.expected / expected : 0;
    return {time: first.time, count: first.count === null || count === 0 ? null : (100 * first.count) / count,
      expected: known ? 100 * share : null, spread: known ? 300 * Math.sqrt((share * (1 - share)) / expected) : null,
      alerts: 0, severity: 0};
  });
}

// What came at each of these points a week before; null where nobody knows.
function lastWeekOf(points, step, week, index) {
  if (!week || !week.counts[index]) return null;
  const packed = new Packed(week.counts[index]);
  const counts = [];
  for (let count = 0; packed.hasMore();) counts.push(count += packed.next());
  return points.map(({time}) => {
    const at = counts.slice(Math.floor((time - week.begin) / week.step), Math.ceil((time + step - week.begin) / week.step));
    return at.length ? (at.reduce((sum, count) => sum + count, 0) / at.length) * (step / week.step) : null;
  });
}

function spanOf(rows, data) {
  const align = (time) => Math.floor(time / data.step) * data.step;
  if (rows.length === 0) return {begin: 0, step: data.step, steps: 0};
  const begin = align(rows.time[0]);
  // Rows behind that are ahead of the clock, and nobody has judged them.
  const end = Math.max(rows.time[0], data.last === null ? rows.time[rows.length - 1] : data.last);
  return {begin, step: data.step, steps: (align(end) - begin) / data.step + 1};
}

// Columns of the table; `ofOne`: a row alone has it, not one that stands for many. By the name the fragment knows them by.
const COLUMNS = [
  {key: 'time', title: t('Time')}, {key: 'status', title: t('Status')},
  {key: 'count', title: t('Count'), number: true}, {key: 'expected', title: t('Expected'), number: true},
  {key: 'surprise', title: t('Surprise'), number: true, ofOne: true}, {key: 'score', title: t('Score'), number: true, ofOne: true},
  {key: 'decision', title: t('Decision')}, {key: 'reason', title: t('Reason'), ofOne: true},
];
const KEY_COLUMN = {key: 'key', title: t('Key')};  // the last, where the page has keys

// Rank of each name among its like, so that names sort as numbers.
function ranksOf(names) {
  const order = names.map((_, i) => i).sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : 0));
  const ranks = new Float64Array(names.length);
  order.forEach((name, rank) => { ranks[name] = rank; });
  return ranks;
}

// Sorted copy of `taken` by `-column` or `column`. What is missing comes last either way; equals keep their order.
function sortRows(rows, taken, sort) {
  const down = sort.startsWith('-');
  const column = down ? sort.slice(1) : sort;
  let key = rows[column];
  if (column === 'decision') key = rows.alert.map((alert, i) => alert && 1 + rows.severity[i]);
  if (column === 'key' && rows.keys) key = Float64Array.from(rows.key, (i) => (i ? rows.keyRanks[i] : NaN));
  if (column === 'status') key = Float64Array.from(rows.status, (i) => rows.statusRanks[i]);
  if (column === 'reason') key = Float64Array.from(rows.reason, (i) => (rows.reasons[i] ? rows.reasonRanks[i] : NaN));
  const sign = down ? -1 : 1;
  return Uint32Array.from(taken).sort((a, b) => {
    const x = key[a];
    const y = key[b];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || a - b;
    return sign * (x - y) || a - b;
  });
}
