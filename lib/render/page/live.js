// Fresh data. The stream says that there is something new, and the page is fetched whole: so nothing is lost or doubled,
// whatever becomes of the stream or the server. While there is no stream, the page is asked for every few seconds.

const second = 1000;
const pollEvery = 5 * second;
const anywayEvery = 60 * second;  // also with a stream, which may have died without a word
const streamAgain = 60 * second;
const streamPatience = 10 * second;  // some proxies hold the start of an answer back
const statusPatience = 4 * second;  // a stream that is back by then is not worth a word
const loginBackoff = 300 * second;  // at most
const holdAtMost = 10 * second;

// Not from location.href, which may hold a password: fetch() takes no address that does.
const address = (path) => new URL(path, location.origin + location.pathname);
const pageAddress = address('api/page' + location.search);
const now = () => performance.now();

// Status: what has been so since when

let stream = null;
let streamOpen = false;
let lostAt = Date.now();  // the stream
let failedAt = null;  // the fetches, since when; null: the last one went well
let fetchedAt = 0;
let wantsLogin = false;
let statusTimer = 0;

function statusText() {
  if (wantsLogin) return ['login', t('login needed')];
  if (streamOpen && failedAt === null) return ['live', t('live')];
  if (failedAt === null && fetchedAt > lostAt) return ['polling', t('polling every {n} s', {n: pollEvery / second})];
  const since = streamOpen ? failedAt : Math.min(lostAt, failedAt === null ? Infinity : failedAt);
  const wait = since + statusPatience - Date.now();
  if (wait > 0) statusTimer = setTimeout(showStatus, wait);
  return wait > 0 ? null : ['lost', t('reconnecting')];
}

// When the server was heard of last, by its own clock.
function contactText(state) {
  if (state !== 'lost' && state !== 'login') return '';
  const since = Math.min(lostAt, failedAt === null ? Infinity : failedAt);
  const words = {time: clockText(serverNow() - (Date.now() - since) / 1000)};
  return state === 'login' ? t('No contact since {time}: a login is needed', words) : t('No contact since {time}', words);
}

function showStatus() {
  clearTimeout(statusTimer);
  const status = statusText();
  if (status === null || byId('live-status').textContent === status[1]) return;  // the same is not said twice
  showContact(contactText(status[0]));
  byId('live').dataset.state = status[0];
  byId('live-status').textContent = status[1];
}

// Fetches: one at a time

let stale = false;
let told = false;  // that it is stale, or may be
let busy = false;
let timer = 0;
let earliest = 0;  // the next one
let logins = 0;  // asked for in a row
let etag = byId('data').dataset.tag || null;  // of the data on the page
let have = posPage.dataOf().id || null;  // which data these are, so that what has changed since is enough
let heard = 0;  // events
let last = posPage.dataOf().last;  // newest row of the data

// Nothing moves under a pressed pointer, which may drag a zoom or be on a button.
let hold = Promise.resolve();
let letGo = () => {};
addEventListener('pointerdown', () => {
  letGo();
  hold = new Promise((done) => { letGo = done; });
  setTimeout(letGo, holdAtMost);
}, true);
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => letGo(), true);

function markStale(reason) {
  stale = true;
  told = told || reason !== 'clock';
  schedule();
}

function schedule() {
  clearTimeout(timer);
  if (stale && !busy && !document.hidden) timer = setTimeout(fetchPage, Math.max(0, earliest - now()));
}

// The data of the page and its tag; null where it is what we have.
async function ask() {
  const headers = !etag ? {} : {'If-None-Match': etag};
  // A redirection leads to somebody's login.
  const since = new URL(pageAddress);
  if (have) since.searchParams.set('have', have);
  const answer = await fetch(since, {headers, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(30 * second)});
  wantsLogin = answer.status === 401 || answer.status === 403 || answer.type === 'opaqueredirect';
  if (answer.status === 304) return null;
  if (!answer.ok) throw new Error(answer.status);
  const fresh = await answer.json();
  if (typeof fresh.time !== 'string') throw new Error('not the data of a page');
  return {fresh, tag: answer.headers.get('ETag')};
}

async function fetchPage() {
  if (document.hidden) return;
  busy = true;
  stale = false;
  const outside = wantsLogin;
  const untold = {source: stream, news: streamOpen && !told, heard};
  told = false;
  const begin = now();
  let took = 0;
  try {
    const answer = await ask();
    took = now() - begin;
    await hold;
    const drawn = now();
    if (answer) show(answer, untold);
    took += now() - drawn;
    failedAt = null;
    logins = 0;
    fetchedAt = Date.now();
    if (outside) openStream();
    if (!stream) scheduleStream();
  } catch {
    stale = true;
    failedAt = failedAt === null ? Date.now() : failedAt;
    logins = wantsLogin ? logins + 1 : 0;
    took = Math.max(took, pollEvery / 5);
  }
  earliest = Math.max(begin + second, begin + 5 * took, wantsLogin ? now() + Math.min(loginBackoff, pollEvery * 2 ** logins) : 0);
  busy = false;
  showStatus();
  schedule();
}

function show({fresh, tag}, untold) {
  const missed = untold.news && fresh.last !== last;
  last = fresh.last;
  renewData(fresh);
  showAge();
  announceIncidents(knownIncidents());
  etag = tag;
  have = fresh.id;
  // Rows that the stream says nothing of, not even a little later: it is dead.
  const isDead = () => heard === untold.heard && stream === untold.source;
  if (missed) setTimeout(() => { if (isDead()) dropStream(); }, 2 * second);
}

// Stream

let streamTimer = 0;

function hear(event) {
  heard += 1;
  markStale();
  if (document.hidden && event.data.includes('"Alert"')) askForIncidents();
}

// Of a page that nobody sees only its title and its sound matter: the page itself is fetched when it is seen again.
let asking = false;
let askAgain = false;
async function askForIncidents() {
  askAgain = asking;
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch(address('api/incidents' + location.search), {cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(30 * second)});
    if (answer.ok) announceIncidents((await answer.json()).map(incidentOfApi));
  } catch {
    // the next event, or whoever looks at the page, asks again
  }
  setTimeout(() => {
    asking = false;
    if (askAgain && document.hidden) askForIncidents();
  }, second);
}

const timeOf = (text) => fromIso(text.replace(' ', 'T'));

// As the data of the page have it.
function incidentOfApi(row) {
  const reason = [row.words, row.reason].filter(Boolean).join('; ');
  return {...row, reason, severity: row.severity || '', key: row.key || '', first: timeOf(row.first), last: timeOf(row.last)};
}

function openStream() {
  if (stream || wantsLogin) return;
  let errors = 0;  // since it was open, or before
  let opened = false;
  const source = stream = new EventSource(address('api/stream'));
  const impatience = setTimeout(dropStream, streamPatience);
  source.addEventListener('open', () => {
    clearTimeout(impatience);
    opened = streamOpen = true;
    errors = 0;
    if (failedAt !== null) earliest = now();
    markStale();  // what came while there was none
    if (failedAt === null) showStatus();
  });
  source.addEventListener('error', () => {
    errors += 1;
    if (streamOpen) lostAt = Date.now();
    streamOpen = false;
    if (source.readyState === EventSource.CLOSED || (!opened && errors > 1)) {
      clearTimeout(impatience);
      dropStream();
    }
    showStatus();
  });
  for (const name of ['rows', 'decided', 'more', 'people']) source.addEventListener(name, hear);
}

function dropStream() {
  if (stream) stream.close();
  if (streamOpen) lostAt = Date.now();
  stream = null;
  streamOpen = false;
  scheduleStream();
  markStale();
  showStatus();
}

function scheduleStream() {
  if (!streamTimer) streamTimer = setTimeout(() => { streamTimer = 0; openStream(); }, streamAgain);
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  logins = 0;
  if (wantsLogin) earliest = now();  // they may have been to the login
  markStale();
});
setInterval(() => {
  if (!streamOpen || Date.now() - fetchedAt > anywayEvery) markStale('clock');
}, pollEvery);

byId('live').hidden = false;
noteIncidents(knownIncidents());  // what stood on the page when it came is not new
openStream();
