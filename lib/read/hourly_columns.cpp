// SPDX-License-Identifier: MIT
#include "read/hourly_columns.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos::read {
namespace {

using Places = std::vector<std::size_t>;

// In the order of known_hourly_columns.
const std::array<std::vector<std::string_view>, known_hourly_columns.size()>& hourly_aliases() {
  static const std::array<std::vector<std::string_view>, known_hourly_columns.size()> aliases = {{
      {"hour", "hours", "hora", "horas", "horario", "timestamp", "ts", "datetime", "date_time", "data_hora"},
      {"hoje"},
      {"ontem"},
      {"mesmo_dia_semana_passada", "mesmo_dia_da_semana_passada"},
      {"average_last_week", "media_semana_passada", "media_da_semana_passada"},
      {"average_last_month", "media_mes_passado", "media_do_mes_passado"},
  }};
  return aliases;
}

// `Média semana passada` as `media_semana_passada`.
std::string plain_name(std::string_view name) {
  constexpr std::string_view letters =
      "aaaaaa_ceeeeiiii_nooooo_ouuuuy_y";  // U+00E0 to U+00FF; `_`: two letters, or none
  const std::string folded = fold_name(name);
  std::string plain;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == '\xC3' && i + 1 < folded.size() && static_cast<unsigned char>(folded[i + 1]) >= 0xA0) {
      plain += letters[static_cast<unsigned char>(folded[++i]) - 0xA0U];
    } else {
      plain += folded[i] == ' ' || folded[i] == '-' ? '_' : folded[i];
    }
  }
  return plain;
}

template <typename Fits>
Places places_where(const std::vector<std::string>& names, Fits fits) {
  Places places;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (fits(names[i])) places.push_back(i);
  }
  return places;
}

Places places_of(const std::vector<std::string>& names, std::string_view wanted) {
  Places exact = places_where(names, [&](const std::string& name) { return name == wanted; });
  if (!exact.empty()) return exact;
  return places_where(names, [&](const std::string& name) { return plain_name(name) == plain_name(wanted); });
}

// Columns that the user did not give another meaning.
Places places_of_known(const std::vector<std::string>& names, std::size_t known, const std::vector<bool>& given) {
  const auto free = [&](const std::string& name) { return !given[static_cast<std::size_t>(&name - names.data())]; };
  Places proper = places_where(
      names, [&](const std::string& name) { return free(name) && plain_name(name) == known_hourly_columns[known]; });
  if (!proper.empty()) return proper;
  const std::vector<std::string_view>& aliases = hourly_aliases()[known];
  return places_where(names, [&](const std::string& name) {
    return free(name) && std::find(aliases.begin(), aliases.end(), plain_name(name)) != aliases.end();
  });
}

std::string cure(std::string_view known) { return " (--columns " + std::string(known) + "=NAME says which it is)"; }

std::string not_there(std::string_view name, std::string_view known, const std::vector<std::string>& names) {
  return "no column '" + printable(name) + "' in the header: " + printable(join(names, ", "), 200) + cure(known);
}

// What is wrong whatever the columns mean.
std::string check_names(const std::vector<std::string>& names) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) return "column " + std::to_string(i + 1) + " has no name: give it one, or leave it out";
    if (names[i].find('\n') != std::string::npos) return "the name of a column has a line break";
    if (!seen.insert(names[i]).second)
      return "column " + printable(names[i]) + " is there twice: give each a name of its own";
  }
  if (names.size() < 2) return "there is no column beside '" + printable(names[0]) + "'";
  return {};
}

// The columns of `data+hora`; none where one of them is not there.
Places joined_places(const std::vector<std::string>& names, std::string_view wanted) {
  Places all;
  while (!wanted.empty()) {
    const std::string_view piece = wanted.substr(0, wanted.find('+'));
    wanted.remove_prefix(std::min(piece.size() + 1, wanted.size()));
    const Places places = places_of(names, trim(piece));
    if (places.size() != 1) return {};
    all.push_back(places.front());
  }
  return all;
}

// What is wrong with the places found of one column; empty: nothing.
std::string check_places(const std::vector<std::string>& names, std::size_t known, const Places& places) {
  const std::string_view proper = known_hourly_columns[known];
  if (places.empty()) return known == 0 ? not_there(proper, proper, names) : std::string();
  if (places.size() == 1) return {};
  return "two columns for '" + std::string(proper) + "', " + printable(names[places[0]]) + " and " +
         printable(names[places[1]]) + cure(proper);
}

// The columns that the user named, each for one thing.
std::string find_given(const std::vector<std::string>& names, const HourlyColumnNames& wanted,
                       std::array<Places, known_hourly_columns.size()>& places, std::vector<bool>& given) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].empty()) continue;
    places[i] = places_of(names, wanted[i]);
    const bool joined = i == 0 && places[i].empty();
    if (joined) places[i] = joined_places(names, wanted[i]);
    if (places[i].empty()) return not_there(wanted[i], known_hourly_columns[i], names);
    if (!joined) {
      if (std::string problem = check_places(names, i, places[i]); !problem.empty()) return problem;
    }
    for (const std::size_t place : places[i]) {
      if (given[place]) return "--columns gives column " + printable(names[place]) + " two meanings";
      given[place] = true;
    }
  }
  return {};
}

// A column that is called as a known one now is.
void tell_apart(std::vector<std::string>& names, const std::vector<bool>& known) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = names[i];
    for (int n = 2; !known[i] && std::count(names.begin(), names.end(), names[i]) > 1; ++n)
      names[i] = name + "_" + std::to_string(n);
  }
}

}  // namespace

HourlyColumnNames parse_hourly_columns(std::string_view map) {
  HourlyColumnNames names;
  if (map.empty()) return names;
  for (const std::string& part : split_list(map)) {
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view key = trim(std::string_view(part).substr(0, equals));
    const auto* known = std::find(known_hourly_columns.begin(), known_hourly_columns.end(), key);
    const std::string_view name = trim(std::string_view(part).substr(std::min(equals + 1, part.size())));
    if (known == known_hourly_columns.end() || name.empty()) {
      std::string keys;
      for (const std::string_view column : known_hourly_columns) (keys += keys.empty() ? "" : ", ") += column;
      throw Error(Fault::usage,
                  "--columns: '" + printable(part) + "' is not of the form KEY=NAME with a key of " + keys);
    }
    names[static_cast<std::size_t>(known - known_hourly_columns.begin())] = name;
  }
  return names;
}

std::string find_hourly_columns(const std::vector<std::string>& names, const HourlyColumnNames& wanted,
                                HourlyHeader& header) {
  if (std::string problem = check_names(names); !problem.empty()) return problem;
  header.names = names;
  std::array<Places, known_hourly_columns.size()> places;
  std::vector<bool> known(names.size(), false);
  if (std::string problem = find_given(names, wanted, places, known); !problem.empty()) return problem;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!wanted[i].empty()) continue;
    places[i] = places_of_known(names, i, known);
    if (std::string problem = check_places(names, i, places[i]); !problem.empty()) return problem;
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (const std::size_t place : places[i]) known[place] = true;
    if (places[i].size() == 1) header.names[places[i].front()] = known_hourly_columns[i];
  }
  header.time = places[0];
  if (header.time.size() == names.size()) return "there is no column beside the time";
  tell_apart(header.names, known);
  return {};
}

}  // namespace pos::read
