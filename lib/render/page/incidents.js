// The incidents stand in the page as the server made them; here is what their buttons do.

// The minutes of an incident, and half an hour around it.
function showIncident({first, last, key, status}) {
  const oneDay = dayOf(first) === dayOf(last);
  state = {...defaultState(), statuses: new Set([status]), chart: status, by: key || state.by,
    hour: oneDay ? [hourOf(first), hourOf(last)] : [0, 23], zoom: [first - 1800, last + 1860]};
  writeWidgets();
  render();
  byId('chart').scrollIntoView({block: 'center'});
  byId('chart').focus({preventScroll: true});
}

// Of a key that is chosen on the page, only its own.
function filterIncidents() {
  const lines = [...byId('incidents').tBodies[0].querySelectorAll('tr[data-incident]')];
  const shown = lines.filter((line) => !state.by || line.dataset.key === state.by);
  for (const line of lines) line.hidden = !shown.includes(line);
  const numberOf = (some) => new Set(some.map((line) => line.dataset.incident)).size;
  setNumber('incidents-count', numberOf(shown));
  setNumber('incidents-critical', numberOf(shown.filter((line) => line.dataset.severity === 'critical')));
}

byId('main').addEventListener('click', (event) => {
  const button = event.target.closest('button[data-show]');
  if (!button) return;
  const [first, last] = button.dataset.show.split('/').map(Number);
  showIncident({first, last, key: button.dataset.key, status: button.dataset.status});
});
