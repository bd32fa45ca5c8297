// SPDX-License-Identifier: MIT
// Payments with incidents of a known place, for tests: the same on every machine.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/random.hpp"

namespace pos::model::test {

inline constexpr std::size_t payment_columns = 4;
inline const std::vector<std::string> payment_names{"merchant", "acquirer", "bin", "terminal"};
inline constexpr int payments_a_minute = 300;

struct Payment {
  std::array<int, payment_columns> values{};
  bool denied = false;
};

// One value, or one of two columns: -1 elsewhere.
using PaymentPlace = std::array<int, payment_columns>;

struct PaymentIncident {
  PaymentPlace place{-1, -1, -1, -1};
  double factor = 1.0;  // of the rate of denials there
  int minutes = 0;
  bool everywhere = false;  // it has no place
};

// Shares of values fall as rank^-steepness; a merchant, an acquirer, a BIN have denials of their own, 1/1.5 to 1.5
// times those of all, 8 %.
class Payments {
 public:
  explicit Payments(std::uint64_t seed, std::array<int, payment_columns> values = {40, 4, 25, 12},
                    double steepness = 0.5)
      : random_(seed, 0), values_(values) {
    constexpr std::array letters{'m', 'a', 'b', 't'};
    for (std::size_t c = 0; c < payment_columns; ++c) {
      std::vector<double> up_to;
      for (int v = 0; v < values[c]; ++v) {
        up_to.push_back((v == 0 ? 0.0 : up_to.back()) + std::pow(1.0 + v, -steepness));
        factors_[c].push_back(c == 3 ? 1.0 : std::pow(1.5, 2.0 * uniform() - 1.0));
        texts_[c].push_back(letters[c] + std::to_string(v));
      }
      for (std::size_t v = 0; v < up_to.size(); ++v) {
        const std::size_t before = drawn_[c].size();
        drawn_[c].resize(static_cast<std::size_t>(static_cast<double>(draws) * up_to[v] / up_to.back()),
                         static_cast<int>(v));
        shares_[c].push_back(static_cast<double>(drawn_[c].size() - before) / static_cast<double>(draws));
      }
      drawn_[c].resize(draws, 0);
    }
  }

  Payment draw(const PaymentIncident& incident) {
    Payment payment;
    std::uint64_t bits = random_.next();  // 16 of them a column
    for (std::size_t c = 0; c < payment_columns; ++c, bits >>= 16U) payment.values[c] = drawn_[c][bits & 0xFFFFU];
    const bool is_in_it = incident.everywhere || lies_in(payment.values, incident.place);
    const double rate = rate_of(payment.values) * (is_in_it ? incident.factor : 1.0);
    payment.denied = uniform() < std::min(rate, 0.95);
    return payment;
  }

  // 3 to 30 minutes of 2.5 to 8 times the denials in a value or a pair, with at least 25 more than usual.
  PaymentIncident draw_incident() {
    for (;;) {
      PaymentIncident incident;
      const std::size_t size = 1 + random_.below(2);
      for (std::size_t k = 0; k < size; ++k) {
        const std::size_t c = random_.below(payment_columns);
        incident.place[c] = static_cast<int>(random_.below(static_cast<std::uint64_t>(values_[c])));
      }
      incident.factor = 2.5 + 5.5 * uniform();
      incident.minutes = 3 + static_cast<int>(random_.below(28));
      if (excess(incident) >= 25.0) return incident;
    }
  }

  [[nodiscard]] std::string_view text(std::size_t column, int value) const {
    return texts_[column][static_cast<std::size_t>(value)];
  }
  [[nodiscard]] double share(const PaymentPlace& place) const {
    double share = 1.0;
    for (std::size_t c = 0; c < payment_columns; ++c) {
      if (place[c] >= 0)
        share *= static_cast<double>(std::ranges::count(drawn_[c], place[c])) / static_cast<double>(draws);
    }
    return share;
  }
  static bool lies_in(const std::array<int, payment_columns>& values, const PaymentPlace& place) {
    bool is_somewhere = false;
    for (std::size_t c = 0; c < payment_columns; ++c) {
      if (place[c] < 0) continue;
      if (place[c] != values[c]) return false;
      is_somewhere = true;
    }
    return is_somewhere;
  }
  double uniform() { return static_cast<double>(random_.next() >> 11U) * 0x1p-53; }

 private:
  [[nodiscard]] double rate_of(const std::array<int, payment_columns>& values) const {
    double rate = 0.08;
    for (std::size_t c = 0; c < payment_columns; ++c) {
      if (values[c] >= 0) rate *= factors_[c][static_cast<std::size_t>(values[c])];
    }
    return rate;
  }
  [[nodiscard]] double excess(const PaymentIncident& incident) const {
    return share(incident.place) * payments_a_minute * incident.minutes * rate_of(incident.place) *
           (incident.factor - 1.0);
  }

  static constexpr std::size_t draws = 65'536;

  Random random_;
  std::array<int, payment_columns> values_;
  std::array<std::vector<int>, payment_columns> drawn_;  // each value as often as its share
  std::array<std::vector<double>, payment_columns> shares_;
  std::array<std::vector<double>, payment_columns> factors_;
  std::array<std::vector<std::string>, payment_columns> texts_;
};

}  // namespace pos::model::test
