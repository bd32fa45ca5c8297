// SPDX-License-Identifier: MIT
#include "read/events.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/csv_cells.hpp"
#include "read/csv_rows.hpp"
#include "read/time_forms.hpp"

namespace pos::read {
namespace {

constexpr LocalSeconds whole_day = 86'400;  // seconds
constexpr int most_repeated = 1000;         // each is looked at for each minute

// A day, or a time of one.
struct Moment {
  LocalTime time;       // its begin
  bool is_day = false;

  [[nodiscard]] LocalSeconds begin() const { return to_seconds(time); }
  [[nodiscard]] LocalSeconds end() const { return begin() + (is_day ? whole_day : 0); }
};

class EventRows {
 public:
  EventRows(LineBuffer& lines, std::string name, const TimeZone& zone)
      : name_(std::move(name)),
        rows_(lines, name_, [this](const BadRow& row) { refuse(row.line, std::string(row.reason)); }),
        times_(zone, style_) {
    for (std::size_t i = 0; i < cell_names.size(); ++i) find(static_cast<Cell>(i));
  }

  [[nodiscard]] std::vector<Event> read() {
    std::vector<Event> events;
    CsvRows::Raw raw;
    while (rows_.next(raw)) {
      line_ = raw.line;
      if (!raw.text.starts_with('#')) events.push_back(event(raw.text));
    }
    return events;
  }

 private:
  enum class Cell : std::uint8_t { from, to, name, kind, repeat, until };
  static constexpr std::array<std::string_view, 6> cell_names = {"from", "to", "name", "kind", "repeat", "until"};
  [[nodiscard]] static std::string name_of(Cell cell) {
    return std::string(cell_names[static_cast<std::size_t>(cell)]);
  }

  [[noreturn]] void refuse(std::int64_t line, const std::string& reason) const {
    throw Error(Fault::bad_data, name_ + ":" + std::to_string(line) + ": " + reason);
  }
  [[noreturn]] void refuse(const std::string& reason) const { refuse(line_, reason); }

  void find(Cell cell) {
    const auto& names = rows_.names();
    auto& place = place_[static_cast<std::size_t>(cell)];
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (fold_name(names[i]) != name_of(cell)) continue;
      if (place) refuse(rows_.header_line(), "column '" + name_of(cell) + "' stands there twice");
      place = i;
    }
    if (place || cell >= Cell::kind) return;  // which it may lack
    refuse(rows_.header_line(),
           "no column '" + name_of(cell) + "': a file of events begins with the line from,to,name,kind");
  }

  [[nodiscard]] std::string text(Cell cell) const {
    const auto place = place_[static_cast<std::size_t>(cell)];
    std::string scratch;
    return place ? std::string(cell_text(cells_[*place], scratch)) : std::string();
  }

  Event event(std::string_view row) {
    split_cells(row, rows_.delimiter(), cells_);
    const std::size_t expected = rows_.names().size();
    if (cells_.size() != expected) refuse(wrong_cell_count(cells_.size() < expected, expected));
    const Moment from = moment(Cell::from);
    Event event{from.begin(), from.is_day ? std::optional(from.end()) : std::nullopt, text(Cell::name),
                event_kind(text(Cell::kind))};
    if (const std::string to = text(Cell::to); !to.empty()) {
      const Moment end = moment(Cell::to);
      event.to = end.is_day ? end.end() : end_of(from.time, end.time);
      if (*event.to <= event.from) refuse("to '" + printable(to) + "' is not after from: nothing lies between");
    }
    if (const std::string wrong = wrong_words(event); !wrong.empty()) refuse(wrong);
    hide_card_numbers(event.name);
    add_repeat(event);
    return event;
  }

  void add_repeat(Event& event) {
    struct Word {
      std::string_view word;
      Repeat repeat;
      std::string_view what;
      LocalSeconds longest;
    };
    static constexpr std::array<Word, 3> words = {{{"daily", Repeat::daily, "a day", whole_day},
                                                   {"weekly", Repeat::weekly, "a week", 7 * whole_day},
                                                   {"yearly", Repeat::yearly, "a year", 366 * whole_day}}};
    const std::string given = text(Cell::repeat);
    const std::string until = text(Cell::until);
    if (given.empty()) {
      if (!until.empty()) refuse("until says how long it repeats, and repeat is empty: daily, weekly or yearly");
      return;
    }
    const auto* const word =
        std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.word == fold_name(given); });
    if (word == words.end()) refuse("repeat '" + printable(given, 40) + "' is none of daily, weekly, yearly");
    if (event.to && *event.to - event.from > word->longest)
      refuse("it lasts longer than " + std::string(word->what) + ", so it cannot repeat " + std::string(word->word));
    if (++repeated_ > most_repeated)
      refuse("more than " + std::to_string(most_repeated) + " events repeat: give some of them an end in a line each");
    event.repeat = word->repeat;
    if (until.empty()) return;
    event.until = moment(Cell::until).end();
    if (*event.until <= event.from) refuse("until '" + printable(until, 40) + "' is not after from: it never happens");
  }

  Moment moment(Cell cell) {
    const std::string given = text(cell);
    if (given.empty()) refuse(name_of(cell) + " is empty");
    if (const auto time = times_.read(given); time && time->dated()) return {*time};
    if (const auto day = times_.read(given + " 00:00"); day && day->dated()) return {*day, true};
    const std::string what = name_of(cell) + " '" + printable(given, 40) + "'";
    if (times_.undecided())
      refuse(what + ": nothing says whether its day or its month stands first: write it as 2026-12-25");
    refuse(what + " is neither a date nor a time with a date, such as 2026-12-25 or 2026-12-24 14:00");
  }

  std::string name_;
  CsvRows rows_;
  TimeStyle style_;
  TimeReader times_;
  std::array<std::optional<std::size_t>, cell_names.size()> place_;
  std::int64_t line_ = 0;
  int repeated_ = 0;
  std::vector<std::string_view> cells_;
};

}  // namespace

std::vector<Event> read_events(ByteSource& source, const std::string& name, const TimeZone& zone) {
  LineBuffer lines(source);
  return EventRows(lines, name, zone).read();
}

}  // namespace pos::read
