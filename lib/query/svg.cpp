// SPDX-License-Identifier: MIT
// A result as a chart in SVG: within a page, and as a file of its own.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include "base/error.hpp"
#include "query/forms.hpp"
#include "render/svg/bars.hpp"
#include "render/svg/lines.hpp"
#include "render/svg/time_ticks.hpp"
#include "render/words/html.hpp"
#include "render/words/text.hpp"

namespace pos::query {
namespace {

using render::BarsChart;
using render::ChartTick;
using render::LinesChart;
using render::NamedLine;

constexpr int picture_width = 760;
constexpr int picture_margin = 16;
constexpr int small_line = 16;  // pixels from one line of text to the next

std::vector<PlotLine> drawn(const Plot& plot) {
  std::vector<PlotLine> lines = plot.lines;
  lines.resize(std::min(lines.size(), render::most_lines));
  return lines;
}

// What is drawn, where the picture has no other title: `today, yesterday by time`.
std::string title_of(const Plot& plot, const Order& order) {
  if (!order.title.empty()) return order.title;
  std::string names;
  for (const PlotLine& line : drawn(plot)) names += (names.empty() ? "" : ", ") + line.name;
  if (plot.lines.size() > render::most_lines) names += ", ...";
  return trf(order.style.language, "{} by {}", names, plot.across);
}

// More values than there are pixels: of each part of the line its lowest and its highest, in the order in which they
// came, so that no peak is lost.
std::vector<double> thinned(const std::vector<double>& values, std::size_t parts) {
  if (values.size() <= 2 * parts) return values;
  std::vector<double> kept;
  for (std::size_t part = 0; part < parts; ++part) {
    const std::size_t begin = part * values.size() / parts, end = (part + 1) * values.size() / parts;
    std::size_t low = begin, high = begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (std::isnan(values[low]) || values[at] < values[low]) low = at;
      if (std::isnan(values[high]) || values[at] > values[high]) high = at;
    }
    kept.push_back(values[std::min(low, high)]);
    kept.push_back(values[std::max(low, high)]);
  }
  return kept;
}

// As many labels of rows as have room.
std::vector<ChartTick> ticks_of_rows(const Plot& plot, int width) {
  constexpr int letter = 7;
  int widest = 1;
  std::vector<std::string> labels;
  for (const std::string& label : plot.labels) {
    labels.push_back(render::cut(render::harmless(label), 20, {}));
    widest = std::max(widest, render::display_width(labels.back()));
  }
  const auto most = static_cast<std::size_t>(std::max(width / (letter * widest + 14), 1));
  const std::size_t every = (labels.size() + most - 1) / most;
  std::vector<ChartTick> ticks;
  for (std::size_t row = 0; row < labels.size(); row += every)
    ticks.push_back({static_cast<double>(row) + 0.5, render::escaped_html(labels[row])});
  return ticks;
}

LinesChart lines_chart(const Plot& plot) {
  constexpr std::size_t parts = 800;
  LinesChart chart;
  for (const PlotLine& line : drawn(plot)) chart.lines.push_back({line.name, thinned(by_slot(plot, line), parts)});
  chart.slots = chart.lines.front().values.size();
  if (plot.kind == Plot::Slots::hours) return chart;
  chart.slot_names.resize(plot.slots);
  for (std::size_t row = 0; row < plot.labels.size(); ++row) chart.slot_names[plot.slot[row]] = plot.labels[row];
  chart.ticks = plot.kind == Plot::Slots::times ? render::time_ticks(plot.period.begin, plot.step, plot.slots)
                                                : ticks_of_rows(plot, chart.width);
  const double scale = static_cast<double>(chart.slots) / static_cast<double>(plot.slots);
  for (ChartTick& tick : chart.ticks) tick.at *= scale;
  return chart;
}

BarsChart bars_chart(const Plot& plot) {
  BarsChart chart;
  if (plot.labels.size() > most_bars)
    throw Error(Fault::usage, fmt::format("--chart: a picture has room for {} bars below each other, and the result has "
                                          "{} rows: --chart line, or a LIMIT in the query",
                                          most_bars, plot.labels.size()));
  chart.labels = plot.labels;
  for (const PlotLine& line : drawn(plot)) {
    chart.lines.push_back({line.name, line.values});
    chart.numbers.emplace_back();
    for (const double value : line.values) chart.numbers.back().push_back(shown_text(value));
  }
  return chart;
}

// A chart as it stands in something else, and how high it is.
struct Drawing {
  std::string svg;
  int height = 0;
};

Drawing draw(const Plot& plot, Chart shape, const std::string& title, const std::string& attributes) {
  Drawing drawing;
  const auto set_up = [&](auto& chart) {
    chart.title = title;
    if (!attributes.empty()) chart.attributes = fmt::format(R"(font-size="11" width="{}" {})", chart.width, attributes);
  };
  if (shape == Chart::bar) {
    BarsChart chart = bars_chart(plot);
    set_up(chart);
    drawing.height = height_of(chart);
    if (!attributes.empty()) chart.attributes += fmt::format(R"( height="{}")", drawing.height);
    append_bars_svg(drawing.svg, chart);
  } else {
    LinesChart chart = lines_chart(plot);
    set_up(chart);
    drawing.height = chart.height;
    if (!attributes.empty()) chart.attributes += fmt::format(R"( height="{}")", drawing.height);
    append_lines_svg(drawing.svg, chart);
  }
  return drawing;
}

// Text of a picture, from above to below.
class Writing {
 public:
  explicit Writing(std::string& out) : out_(out) {}

  // `look`: attributes; `letters` of a line. What is no longer than one keeps its blanks.
  void add(std::string_view text, std::string_view look, int letters) {
    const std::string whole = render::harmless(text);
    const bool fits = render::display_width(whole) <= letters;
    for (const std::string& line : fits ? std::vector{whole} : render::wrap(whole, letters)) {
      y_ += small_line;
      fmt::format_to(std::back_inserter(out_), R"(<text xml:space="preserve" {} x="{}" y="{}">)", look, picture_margin, y_);
      render::append_html(out_, line);
      out_ += "</text>\n";
    }
  }
  void gap(int pixels) { y_ += pixels; }
  [[nodiscard]] int y() const { return y_; }

 private:
  std::string& out_;
  int y_ = 0;
};

// Names beside pieces of their lines, as many in a row as have room.
int append_key(std::string& out, const Plot& plot, Chart shape, int y) {
  constexpr double letter = 7, sample = 42, gap = 16;
  double x = picture_margin;
  y += small_line;
  std::size_t index = 0;
  for (const PlotLine& line : drawn(plot)) {
    const std::string name = render::cut(render::harmless(line.name), 40, {});
    const double wide = sample + letter * render::display_width(name) + gap;
    if (x > picture_margin && x + wide > picture_width) {
      x = picture_margin;
      y += small_line;
    }
    if (shape == Chart::bar) {
      fmt::format_to(std::back_inserter(out), R"(<rect fill="{}" x="{:.1f}" y="{}" width="36" height="10"/>)",
                     render::color_of_line(index), x, y - 9);
    } else {
      fmt::format_to(std::back_inserter(out), R"(<path {} d="M{:.1f} {}h36"/>)", render::look_of_line(index), x, y - 4);
    }
    fmt::format_to(std::back_inserter(out), R"(<text x="{:.1f}" y="{}" fill="#1b1f24">)", x + sample, y);
    render::append_html(out, name);
    out += "</text>\n";
    x += wide;
    ++index;
  }
  return y;
}

void append_lines_of(Writing& writing, std::string_view text, std::string_view look, int letters) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    writing.add(text.substr(begin, end - begin), look, letters);
    begin = end + 1;
  }
}

}  // namespace

void append_plot_svg(std::string& out, const Plot& plot, Chart chart, const Order& order) {
  out += draw(plot, chart, title_of(plot, order), {}).svg;
}

void append_picture(std::string& out, const Table& table, const Order& order) {
  constexpr int letters = 112, code_letters = 100;
  constexpr std::string_view quiet = R"(fill="#56606b")";
  const Plot plot = make_plot(table);
  const Chart shape = chart_of(plot, order);
  const std::string title = title_of(plot, order);
  std::string body;
  Writing writing(body);
  writing.gap(picture_margin - 8);
  writing.add(title, R"(fill="#1b1f24" font-size="15" font-weight="bold")", 84);
  writing.gap(4);
  int y = append_key(body, plot, shape, writing.y());
  if (const std::string others = not_drawn(plot, order.style.language); !others.empty()) {
    writing.gap(y - writing.y());
    writing.add(others, quiet, letters);
    y = writing.y();
  }
  y += 8;
  if (plot.labels.empty()) {
    writing.gap(y - writing.y());
    writing.add(tr(order.style.language, "no rows"), quiet, letters);
    y = writing.y();
  } else {
    const Drawing drawing = draw(plot, shape, title, fmt::format(R"(x="{}" y="{}")", picture_margin, y));
    body += drawing.svg;
    y += drawing.height;
  }
  writing.gap(y - writing.y());
  for (const std::string& text : order.explanation) {
    writing.gap(6);
    writing.add(text, R"(fill="#1b1f24")", letters);
  }
  if (order.is_ours) {
    writing.gap(6);
    append_lines_of(writing, order.sql, R"(fill="#56606b" font-family="monospace" font-size="11")", code_letters);
  }
  const int height = writing.y() + picture_margin;
  fmt::format_to(std::back_inserter(out),
                 R"(<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}" )"
                 R"(font-family="sans-serif" font-size="12" role="img">)"
                 "\n<title>{}</title>\n<desc>{}</desc>\n" R"(<rect fill="#ffffff" width="100%" height="100%"/>)" "\n",
                 picture_width, height, picture_width, height, render::escaped_html(render::harmless(title)),
                 render::escaped_html(order.sql));
  out += body + "</svg>\n";
}

}  // namespace pos::query
