// The incidents stand in the page as the server made them; here is what their buttons do.

// Its minutes as rows, and on the chart what led to it: half an hour before it, or as long as it lasted.
function showIncident({first, last, key, status}) {
  const end = last + 60;
  const before = Math.max(1800, end - first);
  state = {...defaultState(), statuses: new Set([status]), chart: status, by: key || state.by,
    between: [first, end], zoom: [first - before, end + 1800]};
  writeWidgets();
  render();
  byId('chart').scrollIntoView({block: 'center'});
  byId('chart').focus({preventScroll: true});
}

// Of a key that is chosen on the page, only its own.
function filterIncidents() {
  if (state.by) byId('incidents-part').classList.add('all');
  const lines = [...byId('incidents').tBodies[0].querySelectorAll('tr[data-incident]')];
  const shown = lines.filter((line) => !state.by || line.dataset.key === state.by);
  for (const line of lines) line.hidden = !shown.includes(line);
  const numberOf = (some) => new Set(some.map((line) => line.dataset.incident)).size;
  setNumber('incidents-count', numberOf(shown));
  setNumber('incidents-critical', numberOf(shown.filter((line) => line.dataset.severity === 'critical')));
}

byId('main').addEventListener('click', (event) => {
  if (event.target.id === 'all-incidents') {
    byId('incidents-part').classList.add('all');
    byId('incidents-part').focus({preventScroll: true});
  }
  const button = event.target.closest('button[data-show]');
  if (!button) return;
  const [first, last] = button.dataset.show.split('/').map(Number);
  showIncident({first, last, key: button.dataset.key, status: button.dataset.status});
});
