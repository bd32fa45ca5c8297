// SPDX-License-Identifier: MIT
#include "render/svg/time_ticks.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pos::render {

LocalSeconds align_down(LocalSeconds time, std::int64_t step) { return time - ((time % step) + step) % step; }

std::vector<ChartTick> time_ticks(LocalSeconds begin, std::int64_t step, std::size_t slots) {
  constexpr std::int64_t day = 86'400, month = 2'592'000;
  constexpr std::array<std::int64_t, 12> lengths = {60,     300,    900,    1'800, 3'600,   7'200,
                                                    10'800, 21'600, 43'200, day,   604'800, month};
  const std::int64_t span = static_cast<std::int64_t>(slots) * step;
  const auto* const fits = std::find_if(lengths.begin(), lengths.end(), [&](auto tick) { return span / tick <= 8; });
  const std::int64_t tick = fits != lengths.end() ? *fits : span / 8;
  std::vector<ChartTick> ticks;
  for (LocalSeconds time = align_down(begin + tick - 1, tick); time <= begin + span; time += tick) {
    const std::string text = to_date_time(time);
    ticks.push_back({static_cast<double>(time - begin) / static_cast<double>(step),
                     tick < day ? text.substr(11, 5) : tick <= month ? text.substr(5, 5) : text.substr(0, 7)});
  }
  return ticks;
}

}  // namespace pos::render
