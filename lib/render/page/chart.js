// The course of counts, by dygraphs: one status with what was expected, or all of them.

// The legend of dygraphs writes style attributes, which the page's policy forbids; ours stands below the chart.
Dygraph.PLUGINS = Dygraph.PLUGINS.filter((plugin) => plugin !== Dygraph.Plugins.Legend);

const HUES = [211, 28, 150, 330, 265, 60, 185, 0];

// The band in one shape a run. The plotter of dygraphs draws a shape a step, which takes seconds for 20,000 of them.
function plotBand(plot) {
  const {drawingContext: context, plotArea: area, points} = plot;
  const y = (share) => area.y + area.h * share;
  const known = (point) => point && !Number.isNaN(point.canvasy) && !Number.isNaN(point.y_top) && point.yval !== null;
  context.save();
  context.globalCompositeOperation = 'destination-over';  // under the line of counts
  context.globalAlpha = 0.2;
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--normal').trim();
  context.beginPath();
  for (let begin = 0, end; begin < points.length; begin = end + 1) {
    for (end = begin; known(points[end]); ++end) context.lineTo(points[end].canvasx, y(points[end].y_top));
    for (let k = end - 1; k >= begin; --k) context.lineTo(points[k].canvasx, y(points[k].y_bottom));
    if (known(points[end + 1])) context.moveTo(points[end + 1].canvasx, y(points[end + 1].y_top));
  }
  context.fill();
  context.restore();
}

// How far chance alone takes a count from what is expected of it.
const spreadOf = ({expected, spread}) => (spread === undefined || spread === null ? 3 * Math.sqrt(expected) : spread);

function plotBandAndLine(plot) {
  plotBand(plot);
  Dygraph.Plotters.linePlotter(plot);
}

const months = new Intl.DateTimeFormat(LANGUAGE, {month: 'short', timeZone: 'UTC'});

class CountChart {
  // onZoom([begin, end] or null), onRead(text)
  constructor(element, onZoom, onRead) {
    this.element = element;
    this.onZoom = onZoom;
    this.onRead = onRead;
    this.graph = null;
    this.selected = -1;
    this.events = [];  // [{from, to, name}]
    this.tip = document.createElement('div');
    this.tip.className = 'tip';
    this.tip.setAttribute('aria-hidden', 'true');  // the readout says the same
    this.tip.hidden = true;
    element.addEventListener('keydown', (event) => this.key(event));
  }

  colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  // `lines`: [{label, index, points}], all of the same steps; `one`: a single line, with its expectation.
  show(lines, one, zoom, showTime) {
    this.one = one;
    this.lines = lines;
    this.showTime = showTime;
    this.selected = -1;
    const steps = lines.length ? lines[0].points : [];
    if (steps.length === 0) {
      this.destroy();
      return;
    }
    const shape = [one, steps.length, ...lines.map((line) => `${line.index} ${line.label} ${Boolean(line.before)}`)].join('\n');
    const file = one ? this.oneLine(lines[0]) : this.manyLines(lines);
    const last = steps[steps.length - 1].time;
    const half = steps.length > 1 ? (steps[1].time - steps[0].time) / 2 : 30;
    this.extent = [steps[0].time - half, last + half];
    const dateWindow = (zoom || this.extent).map((time) => time * 1000);
    this.quiet = true;
    if (this.graph && shape === this.shape) {
      this.graph.updateOptions({file, dateWindow});
    } else {
      this.destroy();
      this.graph = new Dygraph(this.element, file, {...this.options(lines), dateWindow});
    }
    for (const handle of this.element.querySelectorAll('img')) handle.alt = '';  // of the range selector, by pointer only
    this.shape = shape;
    this.quiet = false;
  }

  destroy() {
    if (this.graph) this.graph.destroy();
    this.graph = null;
    this.hideTip();
  }

  oneLine({points, before}) {
    const alone = (value) => (value === null || value === undefined ? null : [value, value, value]);
    return points.map((point, k) => {
      const {time, count, expected, mark} = point;
      const spread = expected === null ? null : spreadOf(point);
      const most = this.lines[0].rate ? 100 : Infinity;
      return [new Date(time * 1000), ...(before ? [alone(before[k])] : []), alone(count),
        expected === null ? null : [Math.max(0, expected - spread), expected, Math.min(expected + spread, most)],
        mark === null ? null : alone(count === null ? 0 : count)];
    });
  }

  manyLines(lines) {
    return lines[0].points.map(({time}, k) =>
      [new Date(time * 1000), ...lines.map((line) => line.points[k].count)]);
  }

  options(lines) {
    const one = this.one;
    const mark = (graph, name, context, x, y, colour, size, k) => {
      const points = this.lines[one ? 0 : graph.getLabels().indexOf(name) - 1].points;  // those of now, not of `lines`
      if (points[k] && points[k].mark !== null) this.triangle(context, x, y, points[k].mark);
    };
    const series = {};
    if (one) {
      if (lines[0].before) series.before = {color: this.colour('before'), strokeWidth: 1.5};
      series.count = {color: this.colour('accent'), strokeWidth: 1.5, showInRangeSelector: true};
      series.expected = {color: this.colour('expected'), strokePattern: [6, 4], strokeWidth: 1.5,
        plotter: plotBandAndLine};
      series.alert = {color: this.colour('abnormal'), strokeWidth: 0, drawPoints: true, pointSize: 6, drawPointCallback: mark};
    } else {
      lines.forEach((line, k) => {
        series['line ' + k] = {color: this.lineColour(line.index), drawPoints: true, pointSize: 6, drawPointCallback: mark};
      });
    }
    return {
      ...this.style(),
      labels: ['time', ...Object.keys(series)], series,
      customBars: one, plotter: Dygraph.Plotters.linePlotter, labelsUTC: true, includeZero: !lines[0].rate, legend: 'never',
      xRangePad: 0, yRangePad: 8, strokeWidth: 1.5, digitsAfterDecimal: 1, maxNumberWidth: 9,
      showRangeSelector: true, rangeSelectorHeight: 34, rangeSelectorAlpha: 0.55,
      highlightCircleSize: 4, animatedZooms: false, axisLabelWidth: 56,
      axes: {
        x: {axisLabelFormatter: (date, granularity, options) => this.axisLabel(date, granularity, options)},
        // Counts are whole.
        y: {axisLabelFormatter: (value) => (lines[0].rate || Number.isInteger(value) ? showCount(value) : ''), axisLabelWidth: 52},
      },
      drawCallback: () => this.moved(),
      underlayCallback: (context, area, graph) => this.underlay(context, area, graph),
      highlightCallback: (event, x, points, row) => { this.selected = row; this.read(row); this.showTip(row, event); },
      unhighlightCallback: () => this.hideTip(),
    };
  }

  // Under the lines: incidents, each with its word, and flags of events. Words do not stand on each other, and flags have
  // room between them: else they would hide the chart.
  underlay(context, area, graph) {
    context.save();
    context.beginPath();
    context.rect(area.x, area.y, area.w, area.h);
    context.clip();
    const x = (time) => Math.min(Math.max(graph.toDomXCoord(time * 1000), area.x - 1), area.x + area.w + 1);
    const regions = this.lines.flatMap((line) => line.regions).sort((a, b) => a.begin - b.begin);
    context.fillStyle = this.colour('abnormal');
    for (const {begin, end} of regions) {
      const width = Math.max(x(end) - x(begin), 2);
      context.globalAlpha = 0.14;
      if (x(end) > area.x && x(begin) < area.x + area.w) context.fillRect(x(begin), area.y, width, area.h);
    }
    context.globalAlpha = 1;
    this.words(context, area, regions.filter((one) => x(one.end) > area.x && x(one.begin) < area.x + area.w)
      .map(({begin, word}) => ({x: x(begin), word})), area.y + 13);
    context.fillStyle = context.strokeStyle = this.colour('muted');
    const flags = this.events.map(({from, to, name}) => ({x: x(from), end: x(to || from), name}))
      .filter((one) => one.end >= area.x && one.x <= area.x + area.w);
    const room = 6;
    const taken = new Set();
    for (const flag of flags) {
      const place = Math.round(flag.x / room);
      if (taken.has(place)) continue;
      taken.add(place);
      context.beginPath();
      context.setLineDash([2, 3]);
      context.moveTo(flag.x, area.y);
      context.lineTo(flag.x, area.y + area.h);
      context.stroke();
    }
    this.words(context, area, flags.map((flag) => ({x: flag.x, word: '\u2691 ' + flag.name})), area.y + area.h - 6);
    context.restore();
  }

  // Who stands first comes first.
  words(context, area, words, y) {
    context.font = '600 12px system-ui, "Liberation Sans", Arial, sans-serif';
    const taken = [];
    for (const {x, word} of words) {
      const width = context.measureText(word).width;
      const left = Math.max(Math.min(x + 4, area.x + area.w - width - 4), area.x + 2);
      if (taken.some((one) => left < one.end + 8 && one.begin < left + width + 8)) continue;
      context.fillText(word, left, y);
      taken.push({begin: left, end: left + width});
    }
  }

  // At the pointer, or above the step that the keys went to; always within the chart.
  showTip(k, event) {
    const {tip, element} = this;
    const texts = this.textsOf(k);
    const time = document.createElement('strong');
    time.textContent = this.showTime(this.lines[0].points[k].time);
    tip.replaceChildren(time, ...texts.map((text) => Object.assign(document.createElement('div'), {textContent: text})));
    if (tip.parentNode !== element) element.append(tip);
    tip.hidden = false;
    const box = element.getBoundingClientRect();
    const x = event ? event.clientX - box.left : this.graph.toDomXCoord(this.lines[0].points[k].time * 1000);
    const y = event ? event.clientY - box.top : 40;
    const beside = x + 14 + tip.offsetWidth <= box.width ? x + 14 : x - 14 - tip.offsetWidth;
    tip.style.left = Math.max(0, Math.min(beside, box.width - tip.offsetWidth)) + 'px';
    tip.style.top = Math.max(0, Math.min(y - tip.offsetHeight / 2, box.height - tip.offsetHeight)) + 'px';
  }

  hideTip() { this.tip.hidden = true; }

  // Of a status, by its place among all: the same whatever else is shown.
  lineColour(index) {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches && !document.documentElement.classList.contains('printing');
    return `hsl(${HUES[index % HUES.length]}, ${dark ? '65%, 68%' : '70%, 34%'})`;
  }

  style() {
    return {
      axisLineColor: this.colour('control'), gridLineColor: this.colour('line'),
      rangeSelectorPlotStrokeColor: this.colour('normal'), rangeSelectorPlotFillColor: this.colour('normal'),
      rangeSelectorPlotFillGradientColor: '', rangeSelectorBackgroundStrokeColor: this.colour('control'),
      rangeSelectorForegroundStrokeColor: this.colour('muted'),
    };
  }

  axisLabel(date, granularity, options) {
    const english = Dygraph.dateAxisLabelFormatter(date, granularity, options);
    const text = LANGUAGE === 'en' ? english : english.replace(/[A-Z][a-z]{2}/, months.format(date));
    // Data without dates is on the first of January 1970: only its clock means something.
    return date.getTime() < 86400000 && date.getTime() >= 0 && /[A-Z]/i.test(text) ? toIso(date / 1000).slice(11, 16) : text;
  }

  // Filled: critical. Hollow: warning, or no severity.
  triangle(context, x, y, severity) {
    context.save();
    context.beginPath();
    context.moveTo(x, y - 7);
    context.lineTo(x + 6, y + 4);
    context.lineTo(x - 6, y + 4);
    context.closePath();
    context.lineWidth = 1.5;
    context.strokeStyle = this.colour('abnormal');
    context.fillStyle = severity === 2 ? context.strokeStyle : this.colour('ground');
    context.fill();
    context.stroke();
    context.restore();
  }

  range() { return this.graph.xAxisRange().map((ms) => ms / 1000); }

  moved() {
    if (this.quiet || !this.graph) return;
    const [begin, end] = this.range();
    const all = begin <= this.extent[0] + 1 && end >= this.extent[1] - 1;
    this.onZoom(all ? null : [Math.round(begin), Math.round(end)]);
  }

  // Middle moved by `shift` spans, span times `factor`; never beyond the data.
  zoomBy(factor, shift) {
    if (!this.graph) return;
    const [begin, end] = this.range();
    const [first, last] = this.extent;
    const span = Math.min((end - begin) * factor, last - first);
    if (factor < 1 && span < 120) return;
    const middle = this.selected >= 0 && factor < 1 ? this.lines[0].points[this.selected].time : (begin + end) / 2;
    const start = Math.min(Math.max(middle + shift * span - span / 2, first), last - span);
    this.graph.updateOptions({dateWindow: [start * 1000, (start + span) * 1000]});
  }

  zoomAll() {
    if (this.graph) this.graph.updateOptions({dateWindow: this.extent.map((time) => time * 1000)});
  }

  key(event) {
    if (!this.graph || event.ctrlKey || event.altKey || event.metaKey) return;
    const actions = {
      ArrowLeft: () => this.step(-1, () => true), ArrowRight: () => this.step(1, () => true),
      n: () => this.step(1, (k) => this.alertAt(k)), p: () => this.step(-1, (k) => this.alertAt(k)),
      '+': () => this.zoomBy(0.5, 0), '=': () => this.zoomBy(0.5, 0), '-': () => this.zoomBy(2, 0),
      0: () => this.zoomAll(),
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  }

  alertAt(k) { return this.lines.some((line) => line.points[k].alerts > 0); }

  // To the next step in sight that will do.
  step(by, wanted) {
    const points = this.lines[0].points;
    const [begin, end] = this.range();
    const seen = (k) => points[k].time >= begin && points[k].time <= end;
    const fresh = this.selected < 0 || !seen(this.selected);
    let k = fresh ? points.findIndex((_, at) => seen(at)) + (by > 0 ? -1 : 0) : this.selected;
    if (fresh && by < 0) k = points.length - [...points].reverse().findIndex((point) => point.time <= end);
    for (k += by; k >= 0 && k < points.length && seen(k); k += by) {
      if (!wanted(k)) continue;
      this.selected = k;
      this.graph.setSelection(k);
      this.read(k);
      this.showTip(k, null);
      return;
    }
    this.onRead(t('No further step in sight.'));
  }

  // The step that is read out, to be found again among other data.
  selectedTime() { return this.selected < 0 ? null : this.lines[0].points[this.selected].time; }

  select(time) {
    const k = this.graph && time !== null ? this.lines[0].points.findIndex((point) => point.time === time) : -1;
    if (k < 0) return;
    this.selected = k;
    this.graph.setSelection(k);
    this.read(k);
  }

  read(k) {
    this.onRead(`${this.showTime(this.lines[0].points[k].time)}: ${this.textsOf(k).join('; ') || t('no rows')}`);
  }

  // Of a step, for the one who reads it and for the one who points at it.
  textsOf(k) {
    const lines = this.lines.filter((line) => line.points[k].count !== null);
    const most = 8;  // in all
    const texts = lines.slice(0, most).map((line) => this.textOf(line, k));
    if (lines.length > most) texts.push(tn('{n} more status', '{n} more statuses', lines.length - most));
    for (const {from, to, name} of this.events) {
      const time = this.lines[0].points[k].time;
      if (from <= time && time < (to || from + 60)) texts.push('\u2691 ' + name);
    }
    return texts;
  }

  textOf(line, k) {
    const point = line.points[k];
    const {count, expected, alerts, severity, time} = point;
    const amount = (value) => (line.rate ? showDecimals(value, 1) + ' %' : showExpected(value));
    let text = `${line.label} ${line.rate ? amount(count) : showCount(count)}`;
    if (this.one && expected !== null) {
      const spread = spreadOf(point);
      const high = line.rate ? Math.min(expected + spread, 100) : expected + spread;
      text += ', ' + t('expected {expected} ({low} to {high})',
        {expected: amount(expected), low: amount(Math.max(0, expected - spread)), high: amount(high)});
    }
    if (line.before && line.before[k] !== null) text += ', ' + t('last week {count}', {count: showExpected(line.before[k])});
    const region = line.regions.find(({begin, end}) => begin <= time && time < end);
    if (region) text += ', ' + t('incident {word}', {word: region.word});
    return alerts ? `${text}, ${severityWord(severity)}` : text;
  }

  // Other colours, other width: dark to light, screen to paper.
  restyle(zoom) {
    if (!this.lines) return;
    this.shape = '';
    this.show(this.lines, this.one, zoom, this.showTime);
  }

  // Chromium prints canvases blank that were drawn when it had begun to print; images it prints.
  freeze() {
    this.thaw();
    for (const canvas of this.element.querySelectorAll('canvas')) {
      const image = new Image();
      image.className = 'frozen';
      image.decoding = 'sync';
      image.alt = '';
      image.src = canvas.toDataURL();
      for (const name of ['left', 'top', 'width', 'height']) image.style[name] = canvas.style[name];
      canvas.after(image);
    }
  }

  thaw() {
    for (const image of this.element.querySelectorAll('.frozen')) image.remove();
  }
}
