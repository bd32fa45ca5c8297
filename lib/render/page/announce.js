// New incidents: in words, counted in the title of the window, and heard where that is asked for. Each once in the life
// of a page, however often the server tells of it, and again when it turns graver.

const {alertsOf, byId, fromIso, make, renewData, severityWord, severities, showTime, t} = posPage;
const title = document.title;
const shownIncidents = 3;  // lines; of the others, the number
const joinGap = 600;  // an alert goes on with an incident that long, as in pos-alert
const known = new Map();  // by key, then by minute: its incident
const waiting = new Set();  // incidents that were told and not dismissed

const minuteStart = (time) => time - (((time % 60) + 60) % 60);

// An alert from a record of the stream, or null. Its time may have a T, a fraction and a zone, which is the page's own.
function alertOfRecord(record) {
  const time = fromIso(String(record.time).replace(' ', 'T').replace(/^(.{16})(?!:)/, '$1:00').slice(0, 19));
  if (record.final_decision !== 'Alert' || time === null) return null;
  const reason = [record.reason, record.where && t('where: {place}', {place: record.where})].filter(Boolean).join('; ');
  return {time, status: String(record.status), key: String(record.key || ''), reason,
    severity: Math.max(0, severities.indexOf(record.severity))};
}

// The one this alert belongs to.
function incidentOf({time, key}) {
  const minute = minuteStart(time);
  if (!known.has(key)) known.set(key, new Map());
  const minutes = known.get(key);
  for (let gap = 0; gap <= joinGap; gap += 60) {
    const incident = minutes.get(minute - gap) || minutes.get(minute + gap);
    if (incident) return incident;
  }
  return {first: minute, last: minute, alert: null, worst: -1, line: null};
}

// Returns incidents that are new, or graver than they were.
function noteAlerts(alerts) {
  const news = new Set();
  for (const alert of alerts) {
    const incident = incidentOf(alert);
    const minute = minuteStart(alert.time);
    known.get(alert.key).set(minute, incident);
    if (alert.severity > incident.worst) news.add(incident);
    incident.worst = Math.max(incident.worst, alert.severity);
    incident.first = Math.min(incident.first, minute);
    if (minute < incident.last) continue;
    incident.last = minute;
    incident.alert = alert;
    if (incident.line) updateLine(incident);
  }
  return news;
}

function incidentTexts({first, last, alert}) {
  const time = last > first ? t('{from} to {to}', {from: showTime(first), to: showTime(last)}) : showTime(first);
  return [severityWord(alert.severity), ` ${alert.key ? alert.key + ' ' : ''}${alert.status}, ${time}: ${alert.reason}`];
}

function incidentLine(incident) {
  const line = make('li');
  const [severity, text] = incidentTexts(incident);
  line.append(make('strong', severity), text);
  return line;
}

// While it lasts, an incident grows. Its text nodes stay, so that it is not read out again.
function updateLine(incident) {
  const nodes = [incident.line.firstChild.firstChild, incident.line.lastChild];
  incidentTexts(incident).forEach((text, k) => { if (nodes[k].data !== text) nodes[k].data = text; });
}

function showBanner() {
  const lines = byId('alerts').children.length;
  byId('banner').classList.toggle('shown', waiting.size > 0);
  byId('dismiss').hidden = waiting.size === 0;
  byId('alerts-more').hidden = waiting.size <= lines;
  byId('alerts-more').textContent = t('and {n} more', {n: waiting.size - lines});
  document.title = waiting.size ? `(${waiting.size}) ${title}` : title;
}

function announceAlerts(alerts) {
  const news = noteAlerts(alerts);
  if (news.size === 0) return;
  for (const incident of news) {
    if (waiting.has(incident)) continue;
    waiting.add(incident);
    incident.line = incidentLine(incident);
    byId('alerts').prepend(incident.line);
  }
  while (byId('alerts').children.length > shownIncidents) byId('alerts').lastChild.remove();
  showBanner();
  beep();
}

function dismiss() {
  const focused = document.activeElement === byId('dismiss');
  for (const incident of waiting) incident.line = null;
  waiting.clear();
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
