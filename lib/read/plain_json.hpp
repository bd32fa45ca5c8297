// SPDX-License-Identifier: MIT
// The rows of NDJSON that need no close look, which are nearly all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/row.hpp"
#include "read/known_statuses.hpp"
#include "read/plain_time.hpp"
#include "read/row_labels.hpp"

namespace pos::read {

// A row is plain if it is the row before but for its values, byte for byte: the same keys in the same order with the
// same blanks. Its values are texts without escapes, whole numbers or numbers with a fraction, true, false and null;
// its status is spelt as one before, its count is digits. What this class says of one is what NdjsonReader says of it
// by its other way, which takes all rows; tests compare the two.
class PlainJson {
 public:
  struct Places {
    std::size_t time = 0, status = 0;  // which of the keys
    std::optional<std::size_t> count;
    bool needs_count = false;  // one without is suspicious where another value could be one
    std::vector<std::optional<std::size_t>> labels = {};
    std::optional<std::size_t> amount = {};
    std::optional<std::size_t> no_count = {};  // said to be an amount
  };

  explicit PlainJson(TimeReader& times) : times_(times) {}

  // As PlainCsv has them; what is not bare is here escapes, control characters or bytes beyond ASCII. No row is plain
  // before one is learnt.
  [[nodiscard]] const char* read_row(const char* at, PlainRow& row);
  void put_labels(RowLabels& labels, std::size_t row) const;
  [[nodiscard]] bool has_amounts() const { return places_.amount.has_value(); }
  [[nodiscard]] std::string_view amount_text() const;
  [[nodiscard]] static bool is_bare(std::string_view rows);
  [[nodiscard]] static bool is_clean(std::string_view row);

  // What a row that is not plain says: how its like are written. One that no other can be like is none.
  void learn(std::string_view line, const Places& places, std::string_view status);
  // No row is plain until another is learnt.
  void forget() { between_.clear(); }
  [[nodiscard]] const std::string& status(std::uint32_t number) const { return statuses_.name(number); }

 private:
  struct Value {
    const char *begin, *end;  // without quotes
    char first;               // of the value: " for a text
  };

  [[nodiscard]] bool has_a_count() const;
  [[nodiscard]] bool may_be_count(std::size_t place) const;
  [[nodiscard]] static bool is_text_or_digits(const Value& value);
  [[nodiscard]] static const char* read_value(const char* at, Value& value);
  [[nodiscard]] static std::string_view text(const Value& value) { return {value.begin, value.end}; }

  PlainTime times_;
  KnownStatuses statuses_;
  Places places_;
  std::vector<std::string> between_;  // what stands before each value, and behind the last; empty: no shape is known
  std::vector<Value> values_;         // of the row at hand
};

}  // namespace pos::read
