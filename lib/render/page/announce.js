// New incidents: in words, counted in the title of the window, and heard where that is asked for. An incident is one,
// whatever it grows by: it is announced once in the life of a page, and again when it turns graver.

const {byId, countNews, fromIso, knownIncidents, make, newestRow, renewData, serverNow, severityWord, severities, showContact,
  showDuration, showTime, t} = posPage;
const shownIncidents = 3;  // lines; of the others, the number
const worst = new Map();  // of each incident that is known, by its number
const lines = new Map();  // of those that were told and not dismissed, by their number; the line may be gone

const gravity = (row) => Math.max(0, severities.indexOf(row.severity));

// Rows of statuses, as the data have them, to what is known of each incident: the first row is what matters most.
function incidentsFrom(rows) {
  const all = new Map();
  for (const row of rows) {
    const before = all.get(row.incident);
    if (!before) all.set(row.incident, {...row, gravity: gravity(row)});
    else before.gravity = Math.max(before.gravity, gravity(row));
  }
  return all;
}

// Returns the incidents that are new, or graver than they were.
function noteIncidents(rows) {
  const news = [];
  for (const [id, incident] of incidentsFrom(rows)) {
    if (!worst.has(id) || incident.gravity > worst.get(id)) news.push(incident);
    worst.set(id, Math.max(incident.gravity, worst.get(id) || 0));
    if (lines.get(id)) updateLine(lines.get(id), incident);
  }
  return news;
}

function incidentTexts({first, last, status, key, reason, gravity: grave}) {
  const time = last > first ? t('{from} to {to}', {from: showTime(first), to: showTime(last)}) : showTime(first);
  return [severityWord(grave), ` ${key ? key + ' ' : ''}${status}, ${time}: ${reason}`];
}

function incidentLine(incident) {
  const line = make('li');
  const [severity, text] = incidentTexts(incident);
  line.append(make('strong', severity), text);
  return line;
}

// While it lasts, an incident grows. Its text nodes stay, so that it is not read out again.
function updateLine(line, incident) {
  const nodes = [line.firstChild.firstChild, line.lastChild];
  incidentTexts(incident).forEach((text, k) => { if (nodes[k].data !== text) nodes[k].data = text; });
}

function showBanner() {
  const shown = byId('alerts').children.length;
  byId('banner').classList.toggle('shown', lines.size > 0);
  byId('dismiss').hidden = lines.size === 0;
  byId('alerts-more').hidden = lines.size <= shown;
  byId('alerts-more').textContent = t('and {n} more', {n: lines.size - shown});
  countNews(lines.size);
}

function announceIncidents(rows) {
  const news = noteIncidents(rows);
  if (news.length === 0) return;
  for (const incident of news) {
    if (lines.get(incident.incident)) continue;
    lines.set(incident.incident, incidentLine(incident));
    byId('alerts').prepend(lines.get(incident.incident));
  }
  while (byId('alerts').children.length > shownIncidents) byId('alerts').lastChild.remove();
  showBanner();
  beep();
}

function dismiss() {
  const focused = document.activeElement === byId('dismiss');
  lines.clear();
  byId('alerts').replaceChildren();
  showBanner();
  if (focused) byId('main').focus({preventScroll: true});
}

// Sound: browsers allow it only after the reader has done something on the page, and complain before.

let audio = null;

function remembered() {
  try {
    return localStorage.getItem('pos-sound') === 'on';
  } catch {
    return false;  // no storage: private windows, strict settings
  }
}

function remember(on) {
  try {
    localStorage.setItem('pos-sound', on ? 'on' : 'off');
  } catch {
    // Then it is off the next time.
  }
}

function allowSound() {
  const active = !navigator.userActivation || navigator.userActivation.hasBeenActive;
  if (active && byId('sound').checked && !audio && window.AudioContext) audio = new AudioContext();
}

// Two short tones.
function beep() {
  if (!audio || !byId('sound').checked) return;
  audio.resume();
  const volume = audio.createGain();
  volume.gain.value = 0.15;
  volume.connect(audio.destination);
  [880, 660].forEach((pitch, k) => {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(audio.currentTime + 0.18 * k);
    tone.stop(audio.currentTime + 0.18 * k + 0.15);
  });
}

byId('sound').checked = remembered();
byId('sound').addEventListener('change', () => {
  remember(byId('sound').checked);
  allowSound();
  beep();  // so that it is known to be heard
});
for (const gesture of ['pointerup', 'keydown']) addEventListener(gesture, allowSound);
byId('dismiss').addEventListener('click', dismiss);
byId('banner').addEventListener('keydown', (event) => { if (event.key === 'Escape') dismiss(); });
