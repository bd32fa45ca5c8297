// SPDX-License-Identifier: MIT
// Values of a row in their order, so that no list of columns is counted by hand.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include "sqlite/connection.hpp"

namespace pos::sqlite {

// An enum that another program may have written: a number that stands for nothing is the nearest that does.
template <typename Enum>
struct Clamped {
  Enum& to;
  Enum last;
};
template <typename Enum>
[[nodiscard]] Clamped<Enum> up_to(Enum& to, Enum last) {
  return {to, last};
}

// Columns of a row, from the first:  Columns(rows) >> incident.id >> incident.group;
class Columns {
 public:
  explicit Columns(const Statement& statement) : statement_(statement) {}

  template <typename Type>
  Columns& operator>>(Type& to) {
    if constexpr (std::is_same_v<Type, std::string>) {
      to = statement_.text(at_++);
    } else if constexpr (std::is_same_v<Type, std::chrono::seconds>) {
      to = std::chrono::seconds(statement_.integer(at_++));
    } else if constexpr (std::is_same_v<Type, double>) {
      to = statement_.real(at_++);
    } else if constexpr (std::is_same_v<Type, std::optional<double>>) {
      to = statement_.optional_real(at_++);
    } else if constexpr (std::is_same_v<Type, std::optional<std::int64_t>>) {
      to = statement_.optional_integer(at_++);
    } else if constexpr (std::is_same_v<Type, bool>) {
      to = statement_.integer(at_++) != 0;
    } else {
      static_assert(std::is_integral_v<Type>);
      to = static_cast<Type>(statement_.integer(at_++));
    }
    return *this;
  }
  template <typename Enum>
  Columns& operator>>(Clamped<Enum> clamped) {
    clamped.to = static_cast<Enum>(
        std::clamp<std::int64_t>(statement_.integer(at_++), 0, static_cast<std::int64_t>(clamped.last)));
    return *this;
  }
  [[nodiscard]] bool next_is_null() const { return statement_.is_null(at_); }

 private:
  const Statement& statement_;
  int at_ = 0;
};

}  // namespace pos::sqlite
