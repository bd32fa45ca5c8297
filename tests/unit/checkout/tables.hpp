// SPDX-License-Identifier: MIT
// Tables of hours for the tests: the project's examples, and days drawn by chance.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/hourly_table.hpp"
#include "checkout/hourly_test.hpp"

namespace pos::checkout {

inline HourlyTable parse_table(const std::string& name, std::istream& csv) {
  HourlyTable table;
  table.name = name;
  std::string line, cell;
  std::getline(csv, line);
  std::istringstream header(line);
  for (std::getline(header, cell, ','); std::getline(header, cell, ',');) table.columns.push_back({cell, {}});
  while (std::getline(csv, line)) {
    std::istringstream row(line);
    std::getline(row, cell, ',');
    table.hours.push_back(std::stoi(cell));
    for (HourlyColumn& column : table.columns) {
      std::getline(row, cell, ',');
      column.values.push_back(std::stod(cell));
    }
  }
  return table;
}

inline HourlyTable parse_table(const std::string& name, const std::string& csv) {
  std::istringstream in(csv);
  return parse_table(name, in);
}

// examples/data/checkout-1.csv: an ordinary day.
inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Both days of POS_REAL_DATA; nothing where there are none.
inline std::optional<std::pair<HourlyTable, HourlyTable>> real_days() {
  const char* folder = std::getenv("POS_REAL_DATA");
  std::ifstream first(std::string(folder == nullptr ? "" : folder) + "/checkout_1.csv");
  std::ifstream second(std::string(folder == nullptr ? "" : folder) + "/checkout_2.csv");
  if (folder == nullptr || !first || !second) {
    MESSAGE("skipped: POS_REAL_DATA has no checkout_1.csv and checkout_2.csv");
    return std::nullopt;
  }
  return std::pair(parse_table("checkout_1", first), parse_table("checkout_2", second));
}

inline HourlyTable first_example() {
  return parse_table("checkout-1", std::string(R"(time,today,yesterday,same_day_last_week,avg_last_week,avg_last_month
00h,0,0,0,0.00,0.00
01h,0,0,0,0.00,0.00
02h,0,1,0,0.57,0.17
03h,1,1,0,0.43,0.53
04h,0,0,0,0.43,0.63
05h,0,2,3,2.00,1.50
06h,4,4,3,3.43,2.90
07h,9,8,9,7.00,6.60
08h,7,15,23,15.00,12.17
09h,21,27,11,18.14,18.07
10h,29,24,26,26.00,25.80
11h,37,36,22,31.57,32.43
12h,31,35,45,35.86,36.10
13h,35,29,43,34.00,35.23
14h,38,31,39,33.71,32.27
15h,32,35,32,31.14,31.10
16h,33,32,33,31.57,29.47
17h,27,21,35,27.14,27.73
18h,29,34,33,30.14,27.83
19h,31,32,38,31.86,29.93
20h,25,22,33,27.00,28.73
21h,22,15,22,19.14,21.30
22h,14,23,20,18.29,17.80
23h,7,10,7,9.29,9.63
)"));
}

// examples/data/checkout-2.csv: the next one, that sold nothing from 12h to 14h.
inline HourlyTable second_example() {
  return parse_table("checkout-2", std::string(R"(time,today,yesterday,same_day_last_week,avg_last_week,avg_last_month
00h,0,0,0,0.00,0.00
01h,0,0,0,0.00,0.00
02h,1,0,0,0.57,0.17
03h,1,1,1,0.57,0.57
04h,0,0,0,0.43,0.63
05h,3,0,4,1.57,1.50
06h,1,4,3,3.57,2.93
07h,4,9,7,7.00,6.77
08h,12,7,17,12.71,11.97
09h,21,21,17,19.57,18.20
10h,14,29,32,26.43,25.67
11h,39,37,37,33.71,32.40
12h,0,31,48,33.86,35.33
13h,0,35,37,32.86,35.20
14h,0,38,40,33.57,32.23
15h,31,32,39,31.14,30.97
16h,34,33,34,31.57,29.73
17h,35,27,42,26.00,27.97
18h,36,29,31,29.57,27.83
19h,28,31,39,30.86,30.07
20h,30,25,30,25.86,28.60
21h,27,22,24,19.14,21.43
22h,13,14,22,17.43,17.63
23h,9,7,5,9.29,9.53
)"));
}

// All 24 hours. The columns are as long.
inline HourlyTable table_of(std::vector<HourlyColumn> columns) {
  HourlyTable table;
  table.name = "table";
  for (int hour = 0; hour < 24; ++hour) table.hours.push_back(hour);
  table.columns = std::move(columns);
  return table;
}

// What a shop of the size of the examples sells in an hour of an ordinary day.
inline const std::vector<double>& usual_day() {
  static const std::vector<double> sales{8,  3,  1,  1,  1,  1,  3,  7,  14, 26, 46, 45,
                                         42, 38, 38, 43, 40, 33, 30, 30, 25, 28, 24, 14};
  return sales;
}

inline std::vector<double> scaled(std::vector<double> values, double scale) {
  for (double& value : values) value *= scale;
  return values;
}

inline HourlyTable four_references(std::vector<double> today) {
  return table_of({{"today", std::move(today)},
                   {"yesterday", usual_day()},
                   {"same_day_last_week", usual_day()},
                   {"avg_last_week", usual_day()},
                   {"avg_last_month", usual_day()}});
}

inline std::vector<double>& today_of(HourlyTable& table) { return table.columns[0].values; }

// The table without that hour, if it has it.
inline void leave_out(HourlyTable& table, int hour) {
  const auto at = std::find(table.hours.begin(), table.hours.end(), hour);
  if (at == table.hours.end()) return;
  for (HourlyColumn& column : table.columns) column.values.erase(column.values.begin() + (at - table.hours.begin()));
  table.hours.erase(at);
}

// The same numbers everywhere: std::negative_binomial_distribution differs by library.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : bits_(seed) {}

  double uniform() { return static_cast<double>(bits_() >> 11) * 0x1p-53; }
  int below(int count) { return static_cast<int>(uniform() * count); }

  // A negative binomial with variance mean + noise mean^2, by inversion of its distribution function.
  double count(double mean, double noise) {
    if (mean <= 0) return 0;
    const double size = 1 / noise;
    const double high = mean / (mean + size);
    double probability = std::pow(1 - high, size);
    double left = uniform();
    double k = 0;
    for (; left > probability && k < 1e6; ++k) {
      left -= probability;
      probability *= (k + size) / (k + 1) * high;
    }
    return k;
  }

 private:
  std::mt19937_64 bits_;
};

// A day that differs from those before it by nothing but chance.
inline HourlyTable ordinary_table(Chance& chance, double noise) {
  const auto average = [&](int days) {
    std::vector<double> values;
    for (const double mean : usual_day()) {
      double sum = 0;
      for (int day = 0; day < days; ++day) sum += chance.count(mean, noise);
      values.push_back(sum / days);
    }
    return values;
  };
  return table_of({{"today", average(1)},
                   {"yesterday", average(1)},
                   {"same_day_last_week", average(1)},
                   {"avg_last_week", average(7)},
                   {"avg_last_month", average(30)}});
}

// `08h outage, 09h drop, 10h drop run`
inline std::string flagged(const HourlyTest& test) {
  std::string text;
  for (const HourResult& hour : test.hours) {
    if (hour.anomaly == Anomaly::none) continue;
    text += (text.empty() ? "" : ", ") + hour_text(hour.hour) + " ";
    text.append(name_of(hour.anomaly)).append(hour.run ? " run" : "");
  }
  return text;
}

}  // namespace pos::checkout
