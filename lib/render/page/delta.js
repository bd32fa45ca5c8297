// A live page gets what has changed alone: how many of its rows it keeps, and those behind them. Names are numbered anew
// in each answer, so that the numbers of the rows kept are to be found in the new lists.

// Lists that columns are indices into. That of the statuses is whole in every answer, and stands in its order; of the
// others only what the new rows name.
const NUMBERED = {reason: 'reasons', where: 'places', key: 'keys', has: 'keyLists'};

const merged = (first, last) => {
  const column = new last.constructor(first.length + last.length);
  column.set(first);
  column.set(last, first.length);
  return column;
};

// Numbers of texts, in the order they come; a list of keys is the text of its names.
function numberAll() {
  const numbers = new Map();
  const all = [];
  return {all, of: (name) => {
    if (!numbers.has(name)) numbers.set(name, all.push(name) - 1);
    return numbers.get(name);
  }};
}

// What is shown for names: as the one or the other list has it.
function shownOf(names, list, ...some) {
  const shown = new Map(some.flatMap((rows) => rows[list].map((name, k) => [name, rows[list + 'Shown'][k]])));
  return names.map((name) => shown.get(name));
}

// Two lists of rows, the one cut after `keep`, the other behind it, as one.
function joinRows(before, keep, after) {
  const rows = {...after, length: keep + after.length};
  for (const [name, column] of Object.entries(after)) {
    if (ArrayBuffer.isView(column) && !name.endsWith('Ranks')) {  // those are of names
      rows[name] = merged(before[name].subarray(0, keep), column);
    }
  }
  const statusOf = before.statuses.map((name) => after.statuses.indexOf(name));
  for (let i = 0; i < keep; ++i) rows.status[i] = statusOf[before.status[i]];
  const namesOfLists = (some) => some.keyLists && some.keyLists.map((list) => list.map((k) => some.keys[k]).join('\n'));
  for (const [column, list] of Object.entries(NUMBERED)) {
    if (!after[list] || !before[list]) continue;
    const [old, fresh] = list === 'keyLists' ? [namesOfLists(before), namesOfLists(after)] : [before[list], after[list]];
    const numbers = numberAll();
    if (list !== 'keyLists') numbers.of('');
    for (let i = 0; i < keep; ++i) rows[column][i] = numbers.of(old[before[column][i]]);
    for (let i = 0; i < after.length; ++i) rows[column][keep + i] = numbers.of(fresh[after[column][i]]);
    rows[list] = numbers.all;
    if (after[list + 'Shown']) rows[list + 'Shown'] = shownOf(numbers.all, list, before, after);
  }
  if (after.keyLists) {
    const keyOf = new Map(rows.keys.map((name, k) => [name, k]));
    const numberOf = (name) => {
      if (!keyOf.has(name)) keyOf.set(name, rows.keys.push(name) - 1);
      return keyOf.get(name);
    };
    rows.keyLists = rows.keyLists.map((names) => (names ? names.split('\n').map(numberOf) : []));
    rows.keyRanks = ranksOf(rows.keys);
  }
  rows.reasonRanks = ranksOf(rows.reasons);
  rows.told = rows.expected;
  return rows;
}

// The rows of fresh data, which may go on from those we have.
function rowsOf(fresh, before) {
  const own = decodeRows(fresh);
  return fresh.keep > 0 && before ? joinRows(before, fresh.keep, own) : own;
}
