// What the scripts of the page share: its data, what is chosen, and how times read.
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
// In English as in the data: no reader takes that for another day.
const dates = new Intl.DateTimeFormat(LANGUAGE, {day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC'});
const showDate = (time) => (LANGUAGE === 'en' ? toIso(time).slice(0, 10) : dates.format(time * 1000));
const showTime = (time) => {
  const text = toIso(time).replace('T', ' ').replace(/:00$/, '');
  const [first, last] = [dayOf(data.period[0]), dayOf(data.period[1] - 1)];
  return first === last && first === dayOf(time) ? text.slice(11) : showDate(time) + text.slice(10);
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
  state.zoom = zoom || (ownWindow() ? 'all' : null);
  writeWindow();
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

// What replaces the focused element of a folder, known by one of its attributes, has the focus after it.
function keepFocus(folder, attribute, rebuild) {
  const focused = folder.contains(document.activeElement) ? document.activeElement.getAttribute(attribute) : null;
  rebuild();
  if (focused === null) return;
  const heir = [...folder.querySelectorAll(`[${attribute}]`)].find((one) => one.getAttribute(attribute) === focused);
  if (heir) heir.focus({preventScroll: true});
}
