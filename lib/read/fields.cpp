// SPDX-License-Identifier: MIT
#include "read/fields.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::read {
namespace {

std::string parse_count(std::string_view text, std::int64_t& count) {
  if (text.empty()) return "count is empty";
  const auto value = parse_number<std::int64_t>(text);
  const bool digits = text.find_first_not_of("0123456789", text[0] == '-' ? 1 : 0) == std::string_view::npos;
  if (!value && !(digits && text != "-")) return "count '" + printable(text, 40) + "' is not a whole number";
  if (text[0] == '-') return "count " + printable(text, 40) + " is negative";
  if (!value || *value > Transaction::max_count) return "count " + printable(text, 40) + " is above 2^53";
  count = *value;
  return {};
}

std::string check_status(std::string_view text) {
  if (text.empty()) return "status is empty";
  if (text.size() > max_status_bytes) return "status '" + printable(text, 20) + "' is longer than 64 bytes";
  if (!is_plain_text(text)) return "status '" + printable(text) + "' has a control character";
  return {};
}

}  // namespace

std::string_view join_time(std::string_view date, std::string_view clock, Header& header, std::string& joined) {
  if (date.empty() || clock.empty()) return {};
  header.date_blanks = static_cast<std::size_t>(std::count(date.begin(), date.end(), ' '));
  joined = date;
  (joined += ' ') += clock;
  return joined;
}

std::string parse_transaction(const Fields& fields, TimeReader& times, Transaction& to, std::string& masked) {
  const auto time = times.read(fields.time);
  if (!time) return times.problem(fields.time);
  if (std::string reason = check_status(fields.status); !reason.empty()) return reason;
  if (fields.status == every_status && !fields.scored) return "status '*' stands for all statuses together";
  to = Transaction{*time, fields.status, 1};
  if (fields.status.size() >= shortest_card_number) {
    hide_card_numbers(masked = fields.status);
    to.status = masked;
  }
  return fields.count ? parse_count(*fields.count, to.count) : std::string();
}

std::string parse_label(std::string_view text, std::optional<bool>& label) {
  if (text != "0" && text != "1") return "label '" + printable(text, 40) + "' is neither 0 nor 1";
  label = text == "1";
  return {};
}

}  // namespace pos::read
