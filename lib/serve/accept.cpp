// SPDX-License-Identifier: MIT
#include "serve/accept.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace pos::serve {
namespace {

struct Liked {
  std::string what;  // in lower case
  int thousandths = 1000;
};

// `0`, `0.5`, `1.000`; nothing: it is no quality.
std::optional<int> quality(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  std::string digits(text.substr(std::min<std::size_t>(text.size(), 2)));
  digits.resize(3, '0');
  const auto part = parse_number<unsigned>(digits);
  return part ? std::optional(std::min(1000, (text[0] - '0') * 1000 + static_cast<int>(*part))) : std::nullopt;
}

std::vector<Liked> parse(std::string_view header) {
  std::vector<Liked> all;
  for (const std::string& one : split_list(header)) {
    if (one.empty()) continue;
    const auto semicolon = one.find(';');
    Liked liked{std::string(trim(std::string_view(one).substr(0, semicolon)))};
    std::ranges::transform(liked.what, liked.what.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto mark = one.find("q=", semicolon == std::string::npos ? one.size() : semicolon);
    if (mark != std::string::npos) {
      const std::string_view rest = std::string_view(one).substr(mark + 2);
      liked.thousandths = quality(trim(rest.substr(0, rest.find(';')))).value_or(1000);
    }
    all.push_back(std::move(liked));
  }
  return all;
}

// The nearest range counts: text/csv, then text/*, then */*.
int liking(const std::vector<Liked>& all, std::string_view type) {
  const std::string family = std::string(type.substr(0, type.find('/'))) + "/*";
  for (const std::string_view range : {type, std::string_view(family), std::string_view("*/*")}) {
    const auto at = std::ranges::find(all, range, &Liked::what);
    if (at != all.end()) return at->thousandths;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> best_type(std::string_view accept, std::span<const std::string_view> types) {
  const std::vector<Liked> all = parse(accept);
  if (all.empty()) return 0;
  std::optional<std::size_t> best;
  int most = 0;
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (const int much = liking(all, types[i]); much > most) {
      most = much;
      best = i;
    }
  }
  return best;
}

bool names_type(std::string_view accept, std::string_view type) {
  const std::vector<Liked> all = parse(accept);
  const auto at = std::ranges::find(all, type, &Liked::what);
  return at != all.end() && at->thousandths > 0;
}

bool takes_gzip(std::string_view accept_encoding) {
  const std::vector<Liked> all = parse(accept_encoding);
  for (const std::string_view name : {"gzip", "x-gzip", "*"}) {
    const auto at = std::ranges::find(all, name, &Liked::what);
    if (at != all.end()) return at->thousandths > 0;
  }
  return false;
}

}  // namespace pos::serve
