// SPDX-License-Identifier: MIT
#include "render/svg/sparkline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace pos::render {
namespace {

constexpr int spark_width = 240, spark_height = 40;  // of the view box: whole numbers are fine enough

struct SparkPlot {
  const Sparkline& line;
  double low = 0, high = 1;

  [[nodiscard]] int x(std::size_t k) const {
    return static_cast<int>(std::lround((static_cast<double>(k) + 0.5) * spark_width / static_cast<double>(line.steps.size())));
  }
  [[nodiscard]] int y(double value) const {
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return static_cast<int>(std::lround(spark_height - 1 - share * (spark_height - 2)));
  }
};

SparkPlot spark_plot(const Sparkline& line) {
  SparkPlot plot{line, line.least, line.least};
  for (const SparkStep& step : line.steps) {
    plot.high = std::max({plot.high, step.value.value_or(plot.high),
                          step.expected ? *step.expected + step.spread : plot.high});
  }
  if (line.most) plot.high = std::min(plot.high, *line.most);
  if (!(plot.high > plot.low)) plot.high = plot.low + 1;
  return plot;
}

// Points as steps from one to the next, in as few letters as can be: a page has a dozen of these lines.
class SparkPath {
 public:
  SparkPath(std::string& out, std::string_view name) : out_(out) {
    fmt::format_to(std::back_inserter(out_), R"(<path class="{}" d=")", name);
  }
  void move(int x, int y) {
    dot();
    fmt::format_to(std::back_inserter(out_), "M{} {}", x, y);
    go_to(x, y);
    is_first_ = true;
  }
  void line(int x, int y) {
    if (is_first_) out_ += 'l';
    append(x - x_, is_first_);
    append(y - y_, false);
    go_to(x, y);
    is_first_ = false;
  }
  void close() {
    dot();
    out_ += 'z';
  }
  void end() {
    dot();
    out_ += "\"/>";
  }

 private:
  // A point alone is a line of no length, which round ends show.
  void dot() {
    if (is_first_) out_ += "l0 0";
    is_first_ = false;
  }
  void go_to(int x, int y) { x_ = x, y_ = y; }
  // A minus sign keeps numbers apart, too.
  void append(int number, bool is_first) {
    if (number >= 0 && !is_first) out_ += ' ';
    out_ += std::to_string(number);
  }

  std::string& out_;
  int x_ = 0, y_ = 0;
  bool is_first_ = false;
};

template <typename Value>
void append_spark_path(std::string& out, const SparkPlot& plot, std::string_view name, Value value) {
  SparkPath path(out, name);
  bool drawing = false;
  for (std::size_t k = 0; k < plot.line.steps.size(); ++k) {
    const std::optional<double> at = value(plot.line.steps[k]);
    if (at && drawing) path.line(plot.x(k), plot.y(*at));
    if (at && !drawing) path.move(plot.x(k), plot.y(*at));
    drawing = at.has_value();
  }
  path.end();
}

void append_spark_band(std::string& out, const SparkPlot& plot) {
  const auto& steps = plot.line.steps;
  SparkPath path(out, "band");
  for (std::size_t begin = 0, end = 0; begin < steps.size(); begin = std::max(end, begin + 1)) {
    if (!steps[begin].expected) continue;
    for (end = begin; end < steps.size() && steps[end].expected; ++end) {
      const int y = plot.y(*steps[end].expected + steps[end].spread);
      end == begin ? path.move(plot.x(end), y) : path.line(plot.x(end), y);
    }
    for (std::size_t k = end; k-- > begin;) path.line(plot.x(k), plot.y(*steps[k].expected - steps[k].spread));
    path.close();
  }
  path.end();
}

}  // namespace

void append_sparkline(std::string& out, const Sparkline& line) {
  if (std::ranges::none_of(line.steps, [](const SparkStep& step) { return step.value.has_value(); })) return;
  const SparkPlot plot = spark_plot(line);
  fmt::format_to(std::back_inserter(out),
                 R"(<svg class="spark" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">)",
                 spark_width, spark_height);
  for (const SparkShade& shade : line.shades) {
    // What lasted for a minute of a day is to be seen, too.
    const double width = std::max((shade.to - shade.from) * spark_width, 2.0);
    fmt::format_to(std::back_inserter(out), R"(<rect class="region" x="{:.0f}" width="{:.0f}" height="{}"/>)",
                   std::min(shade.from * spark_width, spark_width - width), width, spark_height);
  }
  append_spark_band(out, plot);
  append_spark_path(out, plot, "expected", [](const SparkStep& step) { return step.expected; });
  append_spark_path(out, plot, "count", [](const SparkStep& step) { return step.value; });
  out += "</svg>";
}

}  // namespace pos::render
