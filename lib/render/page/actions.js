// Taking an incident, judging one that is over, and keeping it quiet: what pos-alert ack, silence and unsilence do, asked
// for once more in a dialog. Buttons stand in parts that the server makes: data-take="INCIDENT", data-judge="INCIDENT",
// data-silence="INCIDENT", data-unsilence="SILENCE SILENCE ...".

{
const {t} = posPage;
const act = byId('act');
const actField = (name) => byId('act-' + name);
let action = null;  // what the open dialog is about: {kind, id, focus, after, replace}; focus goes back to a data-focus

// A browser may keep nothing. The token goes with the window; it never stands in an address.
function kept(store, name) {
  try { return window[store].getItem(name) || ''; } catch { return ''; }
}
function keep(store, name, value) {
  try {
    if (value) window[store].setItem(name, value); else window[store].removeItem(name);
  } catch { /* typed again the next time */ }
}

const actions = {
  take: {
    heading: () => t('Take incident {id}', {id: action.id}),
    about: () => t('Others see that you work on it. There are no more reminders.'),
    send: () => (action.replace ? t('Take it over') : t('Take it')),
    fields: ['author', 'comment', 'verdict'],
    requests: () => [['POST', `api/incidents/${action.id}/ack`, {author: actField('author').value,
      comment: actField('comment').value, verdict: actField('verdict').value || null, replace: action.replace || null}]],
  },
  judge: {
    heading: () => t('Judge incident {id}', {id: action.id}),
    about: () => t('It is over. What you say counts in the review of alarms, and can be changed later.'),
    send: () => t('Judge it'),
    fields: ['author', 'comment', 'verdict'],
    requests: () => [['POST', `api/incidents/${action.id}/ack`, {author: actField('author').value,
      comment: actField('comment').value, verdict: actField('verdict').value || 'none', replace: true}]],
  },
  silence: {
    heading: () => t('Silence incident {id}', {id: action.id}),
    about: () => t('There are no messages about its statuses. If it is still open when the silence ends, a message is sent.'),
    send: () => t('Silence it'),
    fields: ['author', 'comment', 'for'],
    requests: () => {
      const [how, time] = actField('for').value.split(' ');
      return [['POST', 'api/silences', {author: actField('author').value, comment: actField('comment').value,
        incident: action.id, [how]: time}]];
    },
  },
  unsilence: {
    heading: () => t('End the silence'),
    about: () => t('Messages about open incidents are sent again from now on.'),
    send: () => t('End it'),
    fields: [],
    requests: () => action.id.split(' ').map((id) => ['DELETE', `api/silences/${id}`]),
  },
};

function openAction(kind, button) {
  const shows = (button.closest('[data-incident]') || button.parentElement).querySelector('button[data-show]');
  action = {kind, id: button.dataset[kind], focus: button.dataset.focus, after: shows ? shows.dataset.focus : ''};
  const {heading, about, fields} = actions[kind];
  byId('act-heading').textContent = heading();
  byId('act-about').textContent = about();
  for (const name of ['author', 'comment', 'verdict', 'for']) actField(name + '-row').hidden = !fields.includes(name);
  actField('author').value = kept('localStorage', 'pos-author');
  actField('comment').value = '';
  actField('verdict').value = button.dataset.verdict || '';
  askForToken(kept('sessionStorage', 'pos-token') !== '');
  tellAction('');
  act.showModal();
  const first = fields.includes('author') ? actField(actField('author').value ? 'comment' : 'author') : actField('send');
  first.focus();
}

function askForToken(asked) {
  actField('token-row').hidden = !asked;
  actField('token').value = asked ? kept('sessionStorage', 'pos-token') : '';
}

// What went wrong stands in the dialog, and is said; what the button does may have changed.
function tellAction(text) {
  byId('act-error').textContent = text;
  byId('act-send').textContent = actions[action.kind].send();
}

async function sendRequest([method, path, body]) {
  const headers = {};
  if (body) headers['Content-Type'] = 'application/json';
  const token = actField('token').value;
  if (token) headers.Authorization = `Bearer ${token}`;
  return fetch(address(path), {method, headers, body: body && JSON.stringify(body), cache: 'no-store', redirect: 'manual',
    signal: AbortSignal.timeout(30 * second)});
}

// True: it is done. One of several silences may have ended meanwhile.
async function settle(answer) {
  if (answer.ok) return true;
  if (action.kind === 'unsilence' && [404, 409].includes(answer.status)) return true;
  const problem = await answer.json().catch(() => ({}));
  const typed = actField('token').value !== '';
  if (answer.status === 401) {
    keep('sessionStorage', 'pos-token', '');
    askForToken(true);
    tellAction(typed ? t('This is not the write token.') : t('The server wants its write token.'));
    actField('token').focus();
    return false;
  }
  if (answer.status === 409 && action.kind === 'take' && !action.replace) action.replace = true;
  tellAction(problem.error || t('The server refuses: {status}', {status: answer.status || t('a login is needed')}));
  const field = problem.member && byId('act-' + problem.member);
  if (field && !field.closest('[hidden]')) field.focus();
  return false;
}

// What is missing is said in words, and the first of it has the focus. True: nothing is.
function isWhole() {
  const missing = (name) => !byId('act-' + name + '-row').hidden && !actField(name).value.trim();
  const [name, words] = missing('author') ? ['author', t('Who are you? Others want to know.')]
    : action.kind === 'silence' && missing('comment') ? ['comment', t('Why? Others want to know.')]
      : missing('token') ? ['token', t('The server wants its write token.')] : ['', ''];
  tellAction(words);
  if (name) actField(name).focus();
  return !name;
}

async function doAction() {
  if (!isWhole()) return;
  byId('act-send').disabled = true;
  try {
    for (const request of actions[action.kind].requests()) {
      if (!await settle(await sendRequest(request))) return;
    }
    if (actField('author').value) keep('localStorage', 'pos-author', actField('author').value);
    keep('sessionStorage', 'pos-token', actField('token').value);
    action.focus = action.after;  // the button that was pressed goes
    act.close();
    earliest = now();
    markStale();
  } catch {
    tellAction(t('The server does not answer. Check whether it was done before you try again.'));
  } finally {
    byId('act-send').disabled = false;
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-take], button[data-judge], button[data-silence], button[data-unsilence]');
  if (button) openAction(Object.keys(actions).find((kind) => kind in button.dataset), button);
});
actField('form').addEventListener('submit', (event) => {
  event.preventDefault();
  doAction();
});
actField('cancel').addEventListener('click', () => act.close());
// The button may have been made anew meanwhile, or be gone.
act.addEventListener('close', () => {
  actField('token').value = '';
  const again = [...document.querySelectorAll('button[data-focus]')].find((button) => button.dataset.focus === action.focus);
  (again || byId('main')).focus({preventScroll: true});
});
}
