// The table of rows. Only those in sight, and some around, are in the document: 50,000 rows scroll like 50.

// An element with text and attributes. Data goes in as text, never as markup.
function make(tag, text, attributes) {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  return element;
}

const digits = [0, 1, 2].map((n) => new Intl.NumberFormat('en-US', {minimumFractionDigits: n, maximumFractionDigits: n}));
const showCount = (value) => digits[0].format(value);
// Three digits, but whole from 100 up: as render/terminal_text.hpp has it.
const showExpected = (value) =>
  digits[value >= 99.95 || Number.isInteger(value) ? 0 : value >= 9.995 ? 1 : 2].format(value);
const showDecimals = (value, digits) => (Number.isNaN(value) ? '' : value.toFixed(digits));

// Shape and word, not colour alone.
const MARKS = ['\u25c7', '\u25b3', '\u25b2'];
const severityWord = (severity) => MARKS[severity] + '\u00a0' + (SEVERITIES[severity] || 'alert');

// Index of the first of ascending times that is not before `time`.
function firstAt(times, time) {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

class RowTable {
  constructor(scroll, onSort) {
    this.scroll = scroll;
    this.table = scroll.querySelector('table');
    this.body = this.table.tBodies[0];
    this.order = new Uint32Array(0);
    this.wholeInPrint = false;
    this.headers = COLUMNS.map((column) => {
      const header = make('th', null, {scope: 'col', 'data-key': column.key});
      const button = make('button', column.title, {type: 'button'});
      if (column.number) header.className = 'number';
      button.addEventListener('click', () => onSort(column.key));
      header.append(button);
      return header;
    });
    this.table.tHead.rows[0].append(...this.headers);
    let asked = false;
    scroll.addEventListener('scroll', () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => { asked = false; this.draw(); });
    }, {passive: true});
    new ResizeObserver(() => this.draw()).observe(scroll);
  }

  setRows(rows, showTime) {
    this.rows = rows;
    this.showTime = showTime;
    const longest = (texts, least) => texts.reduce((most, text) => Math.max(most, text.length), least);
    const widths = [longest(rows.length ? [showTime(rows.time[0])] : [], 8) + 3, longest(rows.statuses, 8) + 3,
      10, 12, 12, 10, 20, longest(rows.reasons, 20) + 3];
    if (rows.places) widths[7] += longest(rows.places, 0);
    if (COLUMNS.includes(KEY_COLUMN)) widths.push(longest(rows.keys || [], 8) + 3);
    this.headers.forEach((header, i) => { header.style.width = widths[i] + 'ch'; });
    this.table.style.minWidth = widths.reduce((sum, width) => sum + width, 0) + 'ch';
  }

  show(order, sort) {
    this.order = order;
    const column = sort.replace(/^-/, '');
    for (const header of this.headers) {
      const sorted = header.dataset.key === column;
      const button = header.firstChild;
      const title = COLUMNS.find((one) => one.key === header.dataset.key).title;
      button.textContent = title + (sorted ? (sort.startsWith('-') ? ' \u2193' : ' \u2191') : '');
      if (sorted) header.setAttribute('aria-sort', sort.startsWith('-') ? 'descending' : 'ascending');
      else header.removeAttribute('aria-sort');
    }
    this.table.setAttribute('aria-rowcount', order.length + 1);
    this.draw(true);
  }

  // Of rows at one time, which are neighbours, those that look the same: their indices.
  alike({time, status, count}) {
    const rows = this.rows;
    const first = firstAt(rows.time, time);
    const found = [];
    for (let i = first; i < rows.length && rows.time[i] === time; ++i) {
      if (rows.statuses[rows.status[i]] === status && rows.count[i] === count) found.push(i);
    }
    return found;
  }

  // The row at the upper edge, to be found again among other rows; null where nothing is scrolled.
  topRow() {
    const at = Math.floor(this.scroll.scrollTop / (this.rowHeight || 30));
    if (this.scroll.scrollTop === 0 || at >= this.order.length) return null;
    const i = this.order[at];
    const row = {time: this.rows.time[i], status: this.rows.statuses[this.rows.status[i]], count: this.rows.count[i]};
    return {...row, nth: this.alike(row).indexOf(i), beyond: this.scroll.scrollTop - at * (this.rowHeight || 30)};
  }

  scrollToRow(row) {
    const at = this.order.indexOf(this.alike(row)[row.nth]);
    if (at >= 0) this.scroll.scrollTop = at * (this.rowHeight || 30) + row.beyond;
    this.draw();
  }

  draw(changed) {
    const height = this.rowHeight || 30;
    const margin = 20;
    let from = Math.max(0, Math.floor(this.scroll.scrollTop / height) - margin);
    let to = Math.min(this.order.length, from + Math.ceil(this.scroll.clientHeight / height) + 2 * margin);
    if (this.wholeInPrint) [from, to] = [0, this.order.length];
    from = Math.max(0, Math.min(from, to - 1));
    if (!changed && from === this.from && to === this.to) return;
    [this.from, this.to] = [from, to];
    const lines = [];
    for (let at = from; at < to; ++at) lines.push(this.line(at));
    this.body.replaceChildren(this.spacer(from * height), ...lines, this.spacer((this.order.length - to) * height));
    // Zoomed text makes rows higher than the style sheet says.
    const real = lines.length && !this.wholeInPrint ? lines[0].getBoundingClientRect().height : 0;
    if (real && Math.abs(real - height) > 0.01 && real !== this.rowHeight) {
      this.rowHeight = real;
      this.draw(true);
    }
  }

  spacer(height) {
    const row = make('tr', null, {class: 'spacer', 'aria-hidden': 'true'});
    const cell = make('td', null, {colspan: COLUMNS.length});
    cell.style.height = height + 'px';
    row.append(cell);
    row.hidden = height === 0;
    return row;
  }

  line(at) {
    const rows = this.rows;
    const i = this.order[at];
    const row = make('tr', null, {'aria-rowindex': at + 2});
    const texts = [this.showTime(rows.time[i]), rows.statuses[rows.status[i]], showCount(rows.count[i]),
      showDecimals(rows.expected[i], 2), showDecimals(rows.surprise[i], 2), showDecimals(rows.score[i], 4),
      'normal', reasonOf(rows, i)];
    if (COLUMNS.includes(KEY_COLUMN)) texts.push(rows.keys ? rows.keys[rows.key[i]] : '');
    if (rows.alert[i]) {
      const severity = rows.severity[i];
      row.className = 'abnormal';
      texts[6] = `${MARKS[severity]}\u00a0Alert${severity ? ', ' + SEVERITIES[severity] : ''}`;
    }
    texts.forEach((text, k) => {
      const cell = make('td', text);
      if (COLUMNS[k].number) cell.className = 'number';
      if (k === 6) cell.className = rows.alert[i] ? 'alert' : 'none';
      row.append(cell);
    });
    return row;
  }
}
