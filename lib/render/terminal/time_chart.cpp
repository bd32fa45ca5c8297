// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "render/terminal/chart.hpp"
#include "render/terminal/line.hpp"
#include "render/words/numbers.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<std::string_view, 9> eighths = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 9> ascii_eighths = {" ", ".", ".", ".", ":", ":", ":", "#", "#"};
// Downwards there are an eighth, a half and a whole block in all fonts, and nothing between.
constexpr std::array<std::string_view, 9> eighths_down = {" ", "▔", "▔", "▔", "▀", "▀", "▀", "█", "█"};
constexpr std::array<std::string_view, 9> ascii_eighths_down = {" ", "'", "'", "'", ":", ":", ":", "#", "#"};

constexpr ChartGlyphs unicode_glyphs{"█", "─", "△", "▲"};
constexpr ChartGlyphs ascii_glyphs{"#", "-", "^", "^"};

struct AxisGlyphs {
  std::string_view side, scale, corner, zero, upper_corner, known, tick, not_known;
};
constexpr AxisGlyphs unicode_axis{"│", "┤", "└", "┼", "┌", "─", "┬", "·"};
constexpr AxisGlyphs ascii_axis{"|", "+", "+", "+", "+", "-", "+", "."};

struct Tick {
  std::size_t column;
  std::string label;
};

// What is drawn in one column of the terminal.
struct Column {
  double value = unknown;
  double reference = unknown;
  Mark mark = Mark::none;
};

// Where there are more steps than columns: a number of columns that gives each as many steps, if that
// costs no more than a fifth of the width. Else noise would differ from column to column.
std::size_t column_count(std::size_t steps, std::size_t width) {
  if (steps <= width) return steps * (width / steps);
  for (std::size_t columns = width; columns >= width - width / 5; --columns) {
    if (steps % columns == 0) return columns;
  }
  return width;
}

double mean(const std::vector<double>& values, std::size_t begin, std::size_t end) {
  double sum = 0;
  int known = 0;
  for (std::size_t i = begin; i < std::min(end, values.size()); ++i) {
    if (!std::isfinite(values[i])) continue;
    sum += values[i];
    ++known;
  }
  return known > 0 && std::isfinite(sum) ? sum / known : unknown;
}

std::vector<Column> columns_of(const TimeChart& chart, std::size_t steps, std::size_t width) {
  std::vector<Column> columns(column_count(steps, width));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t begin = i * steps / columns.size();
    const std::size_t end = std::max(begin + 1, (i + 1) * steps / columns.size());
    columns[i].value = mean(chart.values, begin, end);
    columns[i].reference = mean(chart.reference, begin, end);
    for (std::size_t k = begin; k < std::min(end, chart.marks.size()); ++k) {
      columns[i].mark = std::max(columns[i].mark, chart.marks[k]);
    }
  }
  return columns;
}

constexpr double largest = std::numeric_limits<double>::max();

// The least round number that is not below `most`; its half is round as well. (Of the largest numbers there are it may
// be no round one: there is no more.)
double round_up(double most) {
  if (!(most > 0) || !std::isfinite(most)) return 1;
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double round : {1.0, 1.2, 1.6, 2.0, 2.4, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (most <= round * power * (1 + 1e-9)) return std::min(round * power, largest);
  }
  return std::min(10 * power, largest);
}

// From 0 up, and where something is below 0 from there down: the rows of a chart, and how much one of them is.
struct Scale {
  int up = 1, down = 0;
  double row = 1;
};

Scale scale_of(const std::vector<Column>& columns, int rows, double least_top) {
  double most = least_top, least = 0;
  for (const Column& column : columns) {
    for (const double value : {column.value, column.reference}) {
      if (value > most) most = value;
      if (value < least) least = value;
    }
  }
  if (least == 0) return {rows, 0, round_up(most) / rows};
  if (most == 0) return {0, rows, round_up(-least) / rows};
  rows = std::max(rows, 2);
  Scale best;
  for (int up = 1; up < rows; ++up) {  // what draws it largest
    const double row = round_up(std::max(most / up, -least / (rows - up)));
    if (up == 1 || row < best.row) best = {up, rows - up, row};
  }
  // Rows that stay empty for sure go. (Of the smallest numbers there are a row may be 0.)
  best.up = static_cast<int>(std::min<double>(best.up, std::ceil(most / best.row)));
  best.down = static_cast<int>(std::min<double>(best.down, std::ceil(-least / best.row)));
  return best;
}

std::string scale_label(double value, Language language) {
  const double size = std::abs(value);
  if (size >= 0.9995e15) return in_language(language, fmt::format("{:.2g}", value));
  for (const auto& [unit, sign] : {std::pair(1e12, 'T'), std::pair(1e9, 'G'), std::pair(1e6, 'M')}) {
    if (size >= 0.9995 * unit) return in_language(language, fmt::format("{:.3g}{}", value / unit, sign));
  }
  return size >= 1000 ? grouped(std::llround(value), language) : in_language(language, fmt::format("{:.3g}", value));
}

bool is_empty(const TimeChart& chart) { return chart.period.end <= chart.period.begin || chart.step <= 0; }

class Canvas {
 public:
  Canvas(const TimeChart& chart, const TextStyle& style)
      : chart_(chart),
        style_(style),
        axis_(style.ascii ? ascii_axis : unicode_axis),
        rows_(std::max(chart.rows, 1)),
        steps_(static_cast<std::size_t>((chart.period.end - chart.period.begin + chart.step - 1) / chart.step)) {
    // The scale follows from the columns, and the columns from the room that the scale leaves.
    for (margin_ = std::max(chart.scale_columns, 1);; ++margin_) {
      columns_ = columns_of(chart, steps_, static_cast<std::size_t>(std::max(style.width - margin_ - 2, 1)));
      scale_ = scale_of(columns_, rows_, chart.least_top);
      if (widest_label() <= margin_) return;
    }
  }

  [[nodiscard]] int widest_label() const {
    int widest = 1;
    for (int row = -scale_.down; row < scale_.up; ++row) widest = std::max(widest, display_width(label(row)));
    return widest;
  }

  void append_to(std::string& out) const {
    for (int row = scale_.up - 1; row >= 0; --row) append_row(out, row);
    const std::vector<Tick> ticks = chart_.labels.empty() ? ticks_of(tick_interval()) : ticks_of_labels();
    append_axis(out, ticks);
    for (int row = -1; row >= -scale_.down; --row) append_row(out, row);
    append_tick_labels(out, ticks);
    append_marks(out);
  }

 private:
  // A label stands in the row whose outer edge it names, of the last row and of that half way: row 0 is the one above
  // the axis, row -1 the one below.
  [[nodiscard]] std::string label(int row) const {
    const int rows = row >= 0 ? scale_.up : scale_.down;
    const int edge = row >= 0 ? row + 1 : -row;
    const bool is_half = rows % 2 == 0 && 2 * edge == rows && scale_.down * scale_.up == 0;
    if (edge != rows && !is_half) return {};
    return scale_label(std::clamp((row >= 0 ? edge : -edge) * scale_.row, -largest, largest), style_.language);
  }

  StyledLine margin(std::string& out, const std::string& text, std::string_view side) const {
    StyledLine line(out, style_);
    line.blank(margin_ - display_width(text)).add(text, Tone::faint).blank(1).add(side, Tone::faint);
    return line;
  }

  void append_row(std::string& out, int row) const {
    const std::string text = label(row);
    StyledLine line = margin(out, text, text.empty() ? axis_.side : axis_.scale);
    for (const Column& column : columns_) append_cell(line, column, row);
    line.end();
  }

  void append_cell(StyledLine& line, const Column& column, int row) const {
    const int level = eighths_of(column.value, row);
    if (is_apart(column) && row_of(column.reference) == row && !ends_in(column.value, row)) {
      line.add(chart_glyphs(style_).reference);
    } else if (level == 0) {
      line.blank(1);
    } else {
      const auto& up = style_.ascii ? ascii_eighths : eighths;
      const auto& down = style_.ascii ? ascii_eighths_down : eighths_down;
      line.add((row >= 0 ? up : down)[static_cast<std::size_t>(level)], value_tone(column.mark));
    }
  }

  // The line stands above the block or cuts through it, where the two differ by more than half a row.
  // Drawn everywhere it would hide the shape of the blocks.
  [[nodiscard]] bool is_apart(const Column& column) const {
    const double value = std::isnan(column.value) ? 0 : column.value;
    return std::abs(column.reference - value) / scale_.row > 0.5;
  }

  [[nodiscard]] bool ends_in(double value, int row) const {
    return eighths_of(value, row) > 0 && eighths_of(value, row >= 0 ? row + 1 : row - 1) == 0;
  }

  [[nodiscard]] static Tone value_tone(Mark mark) {
    return mark == Mark::critical ? Tone::critical : mark == Mark::warning ? Tone::warning : Tone::count;
  }

  // How much of the cell of this row is filled, from the axis on, 0 to 8. What is not 0 is never drawn as nothing.
  [[nodiscard]] int eighths_of(double value, int row) const {
    if (row < 0) return eighths_of_rows(-value, -row - 1, scale_.down);
    return eighths_of_rows(value, row, scale_.up);
  }

  [[nodiscard]] int eighths_of_rows(double size, int row, int rows) const {
    if (!(size > 0)) return 0;
    const double in_rows = std::min(size / scale_.row, static_cast<double>(rows));
    const auto filled = std::max<std::int64_t>(std::llround(in_rows * 8), 1);
    return static_cast<int>(std::clamp<std::int64_t>(filled - row * 8, 0, 8));
  }

  [[nodiscard]] int row_of(double value) const {
    const double row = std::floor(value / scale_.row);
    return static_cast<int>(std::clamp(row, static_cast<double>(-scale_.down), scale_.up - 1.0));
  }

  [[nodiscard]] double seconds_per_column() const {
    return static_cast<double>(steps_) * static_cast<double>(chart_.step) / static_cast<double>(columns_.size());
  }

  [[nodiscard]] std::int64_t tick_interval() const {
    constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
    const double label_room = 7 * seconds_per_column();  // HH:MM and two blanks
    for (const std::int64_t interval :
         {minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 4 * hour,
          6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day, 91 * day}) {
      if (static_cast<double>(interval) >= label_room) return interval;
    }
    return 364 * day;
  }

  // Round times, and the columns that hold them.
  [[nodiscard]] std::vector<Tick> ticks_of(std::int64_t interval) const {
    const LocalSeconds begin = chart_.period.begin;
    const std::int64_t past = ((begin % interval) + interval) % interval;
    std::vector<Tick> ticks;
    for (LocalSeconds time = past == 0 ? begin : begin - past + interval; time < chart_.period.end; time += interval) {
      ticks.push_back({static_cast<std::size_t>(static_cast<double>(time - begin) / seconds_per_column()),
                       tick_label(time, interval)});
    }
    return ticks;
  }

  // As many as have room, at equal distances.
  [[nodiscard]] std::vector<Tick> ticks_of_labels() const {
    std::size_t room = 1;
    std::vector<std::string> labels;
    for (const std::string& label : chart_.labels) {
      labels.push_back(cut(harmless(label), static_cast<int>(std::max<std::size_t>(columns_.size() / 4, 8)), style_));
      room = std::max(room, static_cast<std::size_t>(display_width(labels.back())) + 2);
    }
    const std::size_t every = std::max<std::size_t>((room * steps_ + columns_.size() - 1) / columns_.size(), 1);
    std::vector<Tick> ticks;
    for (std::size_t step = 0; step < std::min(labels.size(), steps_); step += every)
      ticks.push_back({step * columns_.size() / steps_, labels[step]});
    return ticks;
  }

  void append_axis(std::string& out, const std::vector<Tick>& ticks) const {
    StyledLine line = margin(out, "0", scale_.down == 0 ? axis_.corner : scale_.up == 0 ? axis_.upper_corner : axis_.zero);
    auto tick = ticks.begin();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool here = tick != ticks.end() && tick->column == i;
      if (here) ++tick;
      line.add(here ? axis_.tick : std::isnan(columns_[i].value) ? axis_.not_known : axis_.known, Tone::faint);
    }
    line.end();
  }

  void append_tick_labels(std::string& out, const std::vector<Tick>& ticks) const {
    StyledLine line(out, style_);
    line.blank(margin_ + 2);
    std::size_t at = 0;
    for (const Tick& tick : ticks) {
      const auto width = static_cast<std::size_t>(display_width(tick.label));
      if (tick.column < at || tick.column + width > columns_.size()) continue;
      line.blank(static_cast<int>(tick.column - at)).add(tick.label, Tone::faint);
      at = tick.column + width;
    }
    line.end();
  }

  // The date where a day begins, if there is more than one.
  [[nodiscard]] std::string tick_label(LocalSeconds time, std::int64_t interval) const {
    std::string text;
    const bool one_day = chart_.period.end - chart_.period.begin <= 86'400;
    if (interval >= 86'400 || (!one_day && time % 86'400 == 0)) {
      append_month_day(text, time);
    } else {
      append_clock(text, time);
    }
    return text;
  }

  void append_marks(std::string& out) const {
    const auto marked = [](const Column& column) { return column.mark != Mark::none; };
    if (std::none_of(columns_.begin(), columns_.end(), marked)) return;
    StyledLine line(out, style_);
    line.blank(margin_ + 2);
    for (const Column& column : columns_) {
      if (!marked(column)) {
        line.blank(1);
      } else {
        const bool critical = column.mark == Mark::critical;
        const ChartGlyphs& glyphs = chart_glyphs(style_);
        line.add(critical ? glyphs.critical : glyphs.warning, value_tone(column.mark));
      }
    }
    line.end();
  }

  const TimeChart& chart_;
  const TextStyle& style_;
  const AxisGlyphs& axis_;
  int rows_;
  std::size_t steps_;
  int margin_ = 1;
  Scale scale_;
  std::vector<Column> columns_;
};

}  // namespace

const ChartGlyphs& chart_glyphs(const TextStyle& style) { return style.ascii ? ascii_glyphs : unicode_glyphs; }

int scale_columns(const TimeChart& chart, const TextStyle& style) {
  return is_empty(chart) ? 1 : Canvas(chart, style).widest_label();
}

void append_time_chart(std::string& out, const TimeChart& chart, const TextStyle& style) {
  if (!is_empty(chart)) Canvas(chart, style).append_to(out);
}

}  // namespace pos::render
