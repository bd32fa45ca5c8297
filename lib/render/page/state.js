// What is chosen on the page, and its form in the fragment of the address, so that a view can be sent on:
// #hour=8-12&minute=0-59&between=TIME/TIME&status=denied,failed&normal=abnormal&q=10:17&by=merchant%3Dalfa&sort=-count
//   &chart=denied&zoom=TIME/TIME

const isLive = document.getElementById('live') !== null;
const defaultState = () => ({
  hour: [0, 23], minute: [0, 59],
  statuses: null,  // null: all; else a Set of names
  normal: 'all',
  sort: isLive ? '-time' : 'time',  // live, what is new comes first
  q: '',           // words that a row of the table must have; '': any
  by: '',          // a key, `merchant=alfa`; '': all
  between: null,   // null: all minutes; else [begin, end) in local seconds: rows of an incident, which no hour would cut out
  chart: null,     // null: the data's own choice; '': all statuses
  zoom: null,      // null: the data's own choice; 'all'; else [begin, end] in local seconds
});

// Local seconds as 2026-03-09T14:30:00 and back. The page counts in UTC throughout, so that the zone of the
// reader's computer shifts nothing.
const toIso = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 19);
function fromIso(text) {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? Date.parse(text + 'Z') : NaN;
  return Number.isNaN(ms) ? null : ms / 1000;
}

function parseRange(text, top) {
  const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);  // `9` is `9-9`
  if (!match) return null;
  const range = [Number(match[1]), Number(match[2] === undefined ? match[1] : match[2])];
  return range[0] <= top && range[1] <= top ? range : null;
}

function parseSpan(text) {
  const ends = text.split('/').map(fromIso);
  return ends.length === 2 && ends[0] !== null && ends[1] !== null && ends[0] < ends[1] ? ends : null;
}

const printSpan = (span) => span.map(toIso).join('/');

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

// A part that makes no sense is as if it were not there: an old or mangled address must still open.
function parseState(fragment) {
  const state = defaultState();
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    const value = at < 0 ? null : decode(part.slice(at + 1));
    if (value === null) continue;
    switch (part.slice(0, at)) {
      case 'hour': state.hour = parseRange(value, 23) || state.hour; break;
      case 'minute': state.minute = parseRange(value, 59) || state.minute; break;
      case 'normal': if (['all', 'normal', 'abnormal'].includes(value)) state.normal = value; break;
      case 'sort': if (COLUMNS.some((column) => column.key === value.replace(/^-/, ''))) state.sort = value; break;
      case 'zoom': state.zoom = value === 'all' ? value : parseSpan(value); break;
      case 'between': state.between = parseSpan(value); break;
      case 'q': state.q = value; break;
      case 'by': state.by = value; break;
      case 'chart': state.chart = value; break;
      // Cut before it is decoded: a status may have a comma of its own.
      case 'status': state.statuses = new Set(part.slice(at + 1).split(',').map(decode).filter(Boolean)); break;
    }
  }
  return state;
}

function printState(state) {
  const whole = defaultState();
  const parts = [];
  if (String(state.hour) !== String(whole.hour)) parts.push('hour=' + state.hour.join('-'));
  if (String(state.minute) !== String(whole.minute)) parts.push('minute=' + state.minute.join('-'));
  if (state.between) parts.push('between=' + printSpan(state.between));
  if (state.statuses) parts.push('status=' + [...state.statuses].map(encodeURIComponent).join(','));
  if (state.normal !== whole.normal) parts.push('normal=' + state.normal);
  if (state.by) parts.push('by=' + encodeURIComponent(state.by));
  if (state.q) parts.push('q=' + encodeURIComponent(state.q));
  if (state.sort !== whole.sort) parts.push('sort=' + state.sort);
  if (state.chart !== null) parts.push('chart=' + encodeURIComponent(state.chart));
  if (state.zoom) parts.push('zoom=' + (state.zoom === 'all' ? 'all' : printSpan(state.zoom)));
  return parts.join('&');
}
