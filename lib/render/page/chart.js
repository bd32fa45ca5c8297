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
  context.fillStyle = plot.color;
  context.beginPath();
  for (let begin = 0, end; begin < points.length; begin = end + 1) {
    for (end = begin; known(points[end]); ++end) context.lineTo(points[end].canvasx, y(points[end].y_top));
    for (let k = end - 1; k >= begin; --k) context.lineTo(points[k].canvasx, y(points[k].y_bottom));
    if (known(points[end + 1])) context.moveTo(points[end + 1].canvasx, y(points[end + 1].y_top));
  }
  context.fill();
  context.restore();
}

function plotBandAndLine(plot) {
  plotBand(plot);
  Dygraph.Plotters.linePlotter(plot);
}

class CountChart {
  // onZoom([begin, end] or null), onRead(text)
  constructor(element, onZoom, onRead) {
    this.element = element;
    this.onZoom = onZoom;
    this.onRead = onRead;
    this.graph = null;
    this.selected = -1;
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
    const shape = [one, steps.length, ...lines.map((line) => `${line.index} ${line.label}`)].join('\n');
    const file = one ? this.oneLine(lines[0].points) : this.manyLines(lines);
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
    this.shape = shape;
    this.quiet = false;
  }

  destroy() {
    if (this.graph) this.graph.destroy();
    this.graph = null;
  }

  oneLine(points) {
    return points.map(({time, count, expected, alerts}) => {
      const spread = expected === null ? null : 3 * Math.sqrt(expected);
      return [new Date(time * 1000),
        count === null ? null : [count, count, count],
        expected === null ? null : [Math.max(0, expected - spread), expected, expected + spread],
        alerts ? [count, count, count] : null];
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
      if (points[k] && points[k].alerts) this.triangle(context, x, y, points[k].severity);
    };
    const series = {};
    if (one) {
      series.count = {color: this.colour('accent'), strokeWidth: 1.5, showInRangeSelector: true};
      series.expected = {color: this.colour('expected'), strokePattern: [6, 4], strokeWidth: 2,
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
      customBars: one, plotter: Dygraph.Plotters.linePlotter, labelsUTC: true, includeZero: true, legend: 'never',
      xRangePad: 0, yRangePad: 8, strokeWidth: 1.5, digitsAfterDecimal: 1, maxNumberWidth: 9,
      showRangeSelector: true, rangeSelectorHeight: 34, rangeSelectorAlpha: 0.55,
      highlightCircleSize: 4, animatedZooms: false, axisLabelWidth: 56,
      axes: {
        x: {axisLabelFormatter: (date, granularity, options) => this.axisLabel(date, granularity, options)},
        // Counts are whole.
        y: {axisLabelFormatter: (value) => (Number.isInteger(value) ? showCount(value) : ''), axisLabelWidth: 52},
      },
      drawCallback: () => this.moved(),
      highlightCallback: (event, x, points, row) => { this.selected = row; this.read(row); },
    };
  }

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
    const text = Dygraph.dateAxisLabelFormatter(date, granularity, options);
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
      return;
    }
    this.onRead('No further step in sight.');
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
    const texts = this.lines.filter((line) => line.points[k].count !== null).map((line) => {
      const {count, expected, alerts, severity} = line.points[k];
      let text = `${line.label} ${showCount(count)}`;
      if (this.one && expected !== null) {
        const spread = 3 * Math.sqrt(expected);
        text += `, expected ${showExpected(expected)} (${showExpected(Math.max(0, expected - spread))} to ${showExpected(expected + spread)})`;
      }
      return alerts ? `${text}, ${severityWord(severity)}` : text;
    });
    this.onRead(`${this.showTime(this.lines[0].points[k].time)}: ${texts.join('; ') || 'no rows'}`);
  }

  // Other colours, other width: dark to light, screen to paper.
  restyle(zoom) {
    if (!this.lines) return;
    this.shape = '';
    this.show(this.lines, this.one, zoom, this.showTime);
  }
}
