// SPDX-License-Identifier: MIT
#include "read/columns.hpp"

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "base/scored.hpp"
#include "base/text.hpp"

namespace pos::read {
namespace {

struct Known {
  std::string_view name;
  std::vector<std::string_view> aliases;  // as alias_form() has them
};

// In the order of Column.
const std::array<Known, column_kinds>& known_columns() {
  static const std::array<Known, column_kinds> known = {{
      {"time",
       {"timestamp", "time_stamp", "ts", "datetime", "date_time", "event_time", "created_at", "hour", "minute",
        "data_hora", "datahora", "data_e_hora", "dt_hora", "hora", "horario", "minuto"}},
      {"status", {"state", "tx_status", "transaction_status", "situacao", "estado", "status_transacao"}},
      {"count",
       {"f0_", "f0", "n", "cnt", "num", "number", "total", "qty", "quantity", "transactions", "count(*)", "count(1)",
        "qtd", "qtde", "quantidade", "numero", "contagem", "transacoes", "qtd_transacoes"}},
      {"label", {"is_anomaly"}},
      {"", {}},
      {"amount",
       {"amt", "total_amount", "amount_total", "sum_amount", "amount_sum", "sum(amount)", "transaction_amount",
        "tx_amount", "valor", "valor_total", "total_valor", "soma_valor", "valor_soma", "sum(valor)", "valor_transacao",
        "montante", "importe", "monto"}},
  }};
  return known;
}

const Known& known(Column column) { return known_columns()[static_cast<std::size_t>(column)]; }

// Letters without their accents, and `_` for what stands between words.
std::string alias_form(std::string_view folded) {
  constexpr std::string_view base = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";  // of U+00E0 to U+00FF
  std::string form;
  for (const char c : folded) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\xC3') continue;
    if (byte >= 0xA0 && byte <= 0xBF) {
      form += base[byte - 0xA0U];
    } else {
      form += c == ' ' || c == '-' || c == '/' || c == '.' ? '_' : c;
    }
  }
  return form;
}

template <typename List>
bool holds(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

void set_time(ColumnNames& names, std::string_view name) {
  const auto plus = name.find('+');
  names.time = trim(name.substr(0, plus));
  names.clock = plus == std::string_view::npos ? std::string_view() : trim(name.substr(plus + 1));
  if (names.time.empty() || (plus != std::string_view::npos && names.clock.empty()) ||
      names.clock.find('+') != std::string::npos) {
    throw Error(Fault::usage,
                "--columns: 'time=" + printable(name) + "' is not of the form time=NAME or time=DATE+CLOCK");
  }
}

// A label, or what pos-score adds.
bool is_never_count(std::string_view name) {
  const std::string folded = fold_name(name);
  return folded == known(Column::label).name || holds(known(Column::label).aliases, folded) ||
         holds(scored_columns, folded) || folded == explain_column || folded == recommendation_column;
}

// Digits that could be a count: more than twelve are a card, a transaction, a millisecond.
bool is_whole_number(std::string_view text) {
  constexpr std::size_t most_digits = 12;
  return !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// As a shell takes it.
std::string quoted(const std::string& text) {
  return text.find_first_of(" ()&;'\"*?$#") == std::string::npos ? text : "'" + text + "'";
}

std::string count_doubt(std::string_view column, std::size_t place) {
  const std::string name = printable(column, 40);
  if (name.empty()) {
    return "no column 'count', but column " + std::to_string(place + 1) +
           ", which has no name, has whole numbers: name it if they are how many, or give --columns count= if every "
           "row "
           "is one transaction";
  }
  return "no column 'count', but '" + name + "' has whole numbers: give --columns " + quoted("count=" + name) +
         " if they are how many, or --columns count= if every row is one transaction";
}

bool is_date_name(std::string_view name) {
  return holds(std::array<std::string_view, 4>{"date", "data", "day", "dia"}, fold_name(name));
}

}  // namespace

ColumnNames parse_column_names(std::string_view map) {
  ColumnNames names;
  while (!map.empty()) {
    const std::string_view part = map.substr(0, map.find(','));
    map.remove_prefix(std::min(part.size() + 1, map.size()));
    const auto equals = part.find('=');
    const std::string_view key = trim(part.substr(0, equals));
    const std::string_view name = equals == std::string_view::npos ? std::string_view() : trim(part.substr(equals + 1));
    if (key == "count" && equals != std::string_view::npos) {
      names.count = name;
      names.no_count = name.empty();
    } else if (key == "amount" && equals != std::string_view::npos) {
      names.amount = name;
      names.no_amount = name.empty();
    } else if (key == "time" && !name.empty()) {
      set_time(names, name);
    } else if (key == "status" && !name.empty()) {
      names.status = name;
    } else {
      throw Error(Fault::usage, "--columns: '" + printable(part) +
                                    "' is not of the form time=NAME, status=NAME, count=NAME or amount=NAME");
    }
  }
  return names;
}

std::string_view ColumnFinder::wanted(Column column) const {
  switch (column) {
    case Column::time:
      return names_->time;
    case Column::status:
      return names_->status;
    case Column::count:
      return names_->count;
    case Column::clock:
      return names_->clock;
    case Column::amount:
      return names_->amount;
    case Column::label:
      break;
  }
  return {};
}

ColumnFinder::Rank ColumnFinder::rank(Column column, std::string_view name, std::string_view folded) const {
  if (column == Column::label && labels_ == Labels::ignore) return Rank::none;
  if (column == Column::count && names_->no_count) return Rank::none;
  if (column == Column::amount && names_->no_amount) return Rank::none;
  const std::string_view given = wanted(column);
  if (column == Column::clock && given.empty()) return Rank::none;
  if (name == (given.empty() ? known(column).name : given)) return Rank::name;
  if (given.empty() ? folded == known(column).name : folded == fold_name(given)) return Rank::spelling;
  return given.empty() && holds(known(column).aliases, alias_form(folded)) ? Rank::alias : Rank::none;
}

void ColumnFinder::take(std::size_t place, Rank rank, Found& found) {
  if (rank != Rank::none && rank >= found.rank) found = {place, rank, found.rank == rank, found.place};
}

void ColumnFinder::offer(std::string_view name, std::size_t place) {
  const std::string folded = fold_name(name);
  for (std::size_t i = 0; i < column_kinds; ++i) take(place, rank(static_cast<Column>(i), name, folded), found_[i]);
  for (std::size_t i = 0; i < label_names_.size(); ++i) {
    const std::string& wanted = label_names_[i];
    const Rank other = folded == fold_name(wanted) ? Rank::spelling : Rank::none;
    take(place, name == wanted ? Rank::name : other, found_labels_[i]);
  }
}

std::optional<std::size_t> ColumnFinder::place(Column column) const {
  const Found& found = found_[static_cast<std::size_t>(column)];
  if (column != Column::amount || !found.place || !names_->amount.empty()) return found.place;
  const auto is_it = [&](Column other) { return found_[static_cast<std::size_t>(other)].place == found.place; };
  const bool is_other = is_it(Column::time) || is_it(Column::status) || is_it(Column::count) || is_it(Column::clock);
  return found.twice || is_other ? std::nullopt : found.place;
}

std::optional<std::pair<std::size_t, std::size_t>> ColumnFinder::rival_amounts() const {
  const Found& found = found_[static_cast<std::size_t>(Column::amount)];
  if (!found.twice || !names_->amount.empty()) return std::nullopt;
  return std::pair(*found.before, *found.place);
}

bool ColumnFinder::finds_record() const {
  return place(Column::time) && place(Column::status) && (names_->clock.empty() || place(Column::clock));
}

std::string ColumnFinder::problem() const {
  for (const Column column :
       {Column::time, Column::clock, Column::status, Column::count, Column::label, Column::amount}) {
    if (column == Column::amount && names_->amount.empty()) continue;
    const Found& found = found_[static_cast<std::size_t>(column)];
    const std::string_view given = wanted(column);
    const std::string name(given.empty() ? known(column).name : given);
    const bool optional =
        column == Column::label || (column != Column::time && column != Column::status && given.empty());
    if (!found.place && !optional) return "no column '" + printable(name) + "'";
    if (found.twice) return "two columns for '" + printable(name) + "' (choose one with --columns)";
  }
  for (std::size_t i = 0; i < label_names_.size(); ++i) {
    const std::string name = "'" + printable(label_names_[i]) + "'";
    if (found_labels_[i].twice)
      return "two columns for " + name +
             (found_labels_[i].rank == Rank::spelling ? " (give the name exactly as one of them has it)" : "");
    // What a row is says nothing of where it is.
    for (const Column column : {Column::time, Column::clock, Column::status, Column::count}) {
      if (found_labels_[i].place && found_labels_[i].place == place(column))
        return "column " + name + " is the " + std::string(column == Column::clock ? "time" : known(column).name) +
               " of a row, no label for --by or --where";
    }
  }
  return {};
}

std::string ColumnFinder::missing_label() const {
  for (std::size_t i = 0; i < label_names_.size(); ++i) {
    if (!found_labels_[i].place) return "no column '" + printable(label_names_[i]) + "'";
  }
  return {};
}

std::string ColumnFinder::cure() const {
  for (const Column column : {Column::time, Column::status, Column::clock, Column::count, Column::amount}) {
    if (place(column)) continue;
    if (!wanted(column).empty()) return " (--columns asks for it)";
    if (column == Column::time || column == Column::status)
      return " (--columns " + std::string(known(column).name) + "=NAME says which it is)";
  }
  return missing_label().empty() ? "" : " (--by or --where asks for it)";
}

bool ColumnFinder::uses(std::size_t place) const {
  for (std::size_t i = 0; i < column_kinds; ++i) {
    const bool is_said = static_cast<Column>(i) != Column::amount || !names_->amount.empty();
    if (is_said && found_[i].place == place) return true;
  }
  return false;
}

bool ColumnFinder::is_label(std::size_t place) const {
  return std::ranges::any_of(found_labels_, [place](const Found& found) { return found.place == place; });
}

std::vector<std::optional<std::size_t>> ColumnFinder::label_places() const {
  std::vector<std::optional<std::size_t>> places;
  for (const Found& found : found_labels_) places.push_back(found.place);
  return places;
}

std::string FirstRows::doubt(const ColumnFinder& finder, const ColumnNames& wanted, std::span<const std::string> names,
                             const std::function<std::string_view(std::size_t)>& text, const LocalTime& time) {
  const bool may_lack_count = finder.place(Column::count) || wanted.no_count;
  const bool may_lack_date = time.dated() || !wanted.time.empty();
  if (--rows_left_ > 0 && may_lack_count && may_lack_date) rows_left_ = 0;
  bool all = true;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (has_value_[i] || finder.uses(i)) continue;
    const std::string_view value = text(i);
    has_value_[i] = !value.empty();
    all = all && has_value_[i];
    const bool may_be_count = !is_never_count(names[i]) && !finder.is_label(i);
    if (!may_lack_count && is_whole_number(value) && may_be_count) return count_doubt(names[i], i);
    if (!may_lack_date && is_date_name(names[i]) && !value.empty()) {
      const std::string date = printable(names[i], 40);
      const std::string clock = printable(names[*finder.place(Column::time)], 40);
      return "the times have no date, but there is a column '" + date + "': give --columns time=" + date + "+" + clock +
             " if it is theirs, or --columns time=" + clock + " if not";
    }
  }
  if (all) rows_left_ = 0;
  return {};
}

}  // namespace pos::read
