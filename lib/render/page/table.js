// The table of rows. Some thousand are all in the document, where the browser's own search and selection see them; of
// more than that only those in sight, and some around: 50,000 rows scroll like 50.
const mostWhole = 5000;
const groupSize = 50;  // rows that the browser lays out together, when they come into sight

// An element with text and attributes. Data goes in as text, never as markup.
function make(tag, text, attributes) {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  return element;
}

const numbersOf = (n, more) => new Intl.NumberFormat(LANGUAGE, {minimumFractionDigits: n, maximumFractionDigits: n, ...more});
const digits = [0, 1, 2].map((n) => numbersOf(n));
const decimals = [0, 1, 2, 3, 4].map((n) => numbersOf(n, {useGrouping: false}));
const showCount = (value) => digits[0].format(value);
// Three digits, but whole from 100 up: as render/terminal_text.hpp has it.
const showExpected = (value) =>
  digits[value >= 99.95 || Number.isInteger(value) ? 0 : value >= 9.995 ? 1 : 2].format(value);
const showDecimals = (value, places) => (Number.isNaN(value) ? '' : decimals[places].format(value));

// Shape and word, not colour alone.
const MARKS = ['\u25c7', '\u25b3', '\u25b2'];
const severityWord = (severity) => MARKS[severity] + '\u00a0' + [t('alert'), t('warning'), t('critical')][severity];

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
    this.kept = null;  // lines in the document by what they say; null: only those in sight are there
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
    this.headers.forEach((header, k) => { header.hidden = this.lacks(k); });
    const longest = (texts, least) => texts.reduce((most, text) => Math.max(most, text.length), least);
    const widths = [longest(rows.length ? [showTime(rows.time[0])] : [], 8) + 3, longest(rows.statuses, 8) + 3,
      10, 12, 12, 10, 20, longest(rows.reasons, 20) + 3];
    if (rows.places) widths[7] += longest(rows.places, 0);
    if (COLUMNS.includes(KEY_COLUMN)) widths.push(longest(rows.keys || [], 8) + 3);
    widths.forEach((width, i) => this.table.style.setProperty('--width-' + (i + 1), width + 'ch'));
    this.table.style.minWidth = widths.reduce((sum, width) => sum + width, 0) + 'ch';
  }

  lacks(column) {
    return this.rows.weight !== null && COLUMNS[column].ofOne === true;
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
    this.draw(true);
  }

  isVirtual() { return this.order.length > mostWhole; }

  height() {
    const line = this.kept && this.body.firstChild;
    return (line && line.getBoundingClientRect().height) || this.rowHeight || 30;
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
    const height = this.height();
    const at = Math.floor(this.scroll.scrollTop / height);
    if (this.scroll.scrollTop === 0 || at >= this.order.length) return null;
    const i = this.order[at];
    const row = {time: this.rows.time[i], status: this.rows.statuses[this.rows.status[i]], count: this.rows.count[i]};
    return {...row, nth: this.alike(row).indexOf(i), beyond: this.scroll.scrollTop - at * height};
  }

  scrollToRow(row) {
    const at = this.order.indexOf(this.alike(row)[row.nth]);
    if (at >= 0) this.scroll.scrollTop = at * this.height() + row.beyond;
    this.draw();
  }

  draw(changed) {
    if (this.isVirtual()) this.drawPart(changed);
    else if (changed) this.drawWhole();
  }

  // Lines that say the same as one that is there stay: a new row costs a row, and a selection lives on.
  drawWhole() {
    if (!this.kept) this.body.replaceChildren();
    this.table.classList.remove('part');
    this.table.removeAttribute('aria-rowcount');
    const before = this.kept || new Map();
    this.kept = new Map();
    this.fillGroups(Array.from(this.order, (i) => {
      const texts = this.textsOf(i);
      const said = texts.join('\t');
      const line = (before.get(said) || []).shift() || this.line(texts, i);
      if (!this.kept.has(said)) this.kept.set(said, []);
      this.kept.get(said).push(line);
      return line;
    }));
  }

  // Counted from the end, where nothing moves when new rows come first.
  fillGroups(lines) {
    const number = Math.max(1, Math.ceil(lines.length / groupSize));
    while (this.table.tBodies.length > number) this.table.tBodies[0].remove();
    while (this.table.tBodies.length < number) this.table.tHead.after(make('tbody'));
    this.body = this.table.tBodies[0];
    let end = lines.length;
    for (let k = number - 1; k >= 0; --k) {
      const begin = Math.max(0, end - groupSize);
      this.fillGroup(this.table.tBodies[k], lines.slice(begin, end));
      end = begin;
    }
  }

  fillGroup(group, lines) {
    let at = group.firstChild;
    for (const line of lines) {
      if (line === at) at = at.nextSibling;
      else group.insertBefore(line, at);
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
    group.style.containIntrinsicHeight = `auto ${lines.length * (this.rowHeight || 30)}px`;
  }

  drawPart(changed) {
    if (this.kept) {
      changed = true;
      this.kept = null;
      this.body.replaceChildren();
      this.fillGroups([]);
    }
    this.table.classList.add('part');
    this.table.setAttribute('aria-rowcount', this.order.length + 1);
    const height = this.rowHeight || 30;
    const margin = 20;
    let from = Math.max(0, Math.floor(this.scroll.scrollTop / height) - margin);
    let to = Math.min(this.order.length, from + Math.ceil(this.scroll.clientHeight / height) + 2 * margin);
    from = Math.max(0, Math.min(from, to - 1));
    if (!changed && from === this.from && to === this.to) return;
    [this.from, this.to] = [from, to];
    const lines = [];
    for (let at = from; at < to; ++at) {
      const i = this.order[at];
      lines.push(this.line(this.textsOf(i), i, at));
    }
    this.body.replaceChildren(this.spacer(from * height), ...lines, this.spacer((this.order.length - to) * height));
    // Zoomed text makes rows higher than the style sheet says.
    const real = lines.length ? lines[0].getBoundingClientRect().height : 0;
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

  textsOf(i) {
    const rows = this.rows;
    const texts = [this.showTime(rows.time[i]), rows.statuses[rows.status[i]], showCount(rows.count[i]),
      showDecimals(rows.expected[i], 2), showDecimals(rows.surprise[i], 2), showDecimals(rows.score[i], 4),
      t('normal'), reasonOf(rows, i)];
    if (COLUMNS.includes(KEY_COLUMN)) texts.push(rows.keys ? rows.keys[rows.key[i]] : '');
    const severity = rows.severity[i];
    if (rows.alert[i]) texts[6] = `${MARKS[severity]}\u00a0Alert${severity ? ', ' + [t('alert'), t('warning'), t('critical')][severity] : ''}`;
    return texts;
  }

  // `at`: its place among those that are shown, where not all are in the document.
  line(texts, i, at) {
    const row = make('tr', null, at === undefined ? {} : {'aria-rowindex': at + 2});
    if (this.rows.alert[i]) row.className = 'abnormal';
    texts.forEach((text, k) => {
      const cell = make('td', text);
      cell.hidden = this.lacks(k);
      if (COLUMNS[k].number) cell.className = 'number';
      if (k === 6) cell.className = this.rows.alert[i] ? 'alert' : 'none';
      row.append(cell);
    });
    return row;
  }
}
