// SPDX-License-Identifier: MIT
#include "model/where/minute.hpp"

#include "base/text.hpp"
#include "model/monitor/parameters.hpp"

namespace pos::model {
namespace {

constexpr std::size_t longest_packed_minute = std::size_t{1} << 30U;

}  // namespace

void WhereMinute::save(ByteWriter& out) const {
  out.number(static_cast<std::uint64_t>(age));
  out.number(teaches ? 1 : 0);
  out.number(static_cast<std::uint64_t>(calm));
  out.number(met.size());
  for (const std::string& name : met) out.text(name);
  out.number(has_verdict);
  out.number(alerts.size());
  for (const Alert& alert : alerts) {
    out.number(2 * alert.place + (alert.side == Side::below ? 1 : 0));
    out.number(static_cast<std::uint64_t>(alert.window));
    out.real(alert.mean);
  }
  out.text(leaves);
}

WhereMinute WhereMinute::restore(ByteReader& in, std::size_t columns, const WhereLimits& limits, std::size_t places) {
  WhereMinute minute;
  minute.age = static_cast<std::int64_t>(in.number(INT64_MAX - 1));
  minute.teaches = in.number(1) != 0;
  minute.calm = static_cast<int>(in.number(INT32_MAX));
  const std::size_t met = in.amount_of_things(max_places - places);
  for (std::size_t i = 0; i < met; ++i) minute.met.emplace_back(in.text(max_status_bytes));
  places += met;
  minute.has_verdict = static_cast<std::uint32_t>(in.number((std::uint64_t{1} << places) - 1));
  const std::size_t alerts = in.amount_of_things(places);
  for (std::size_t i = 0; i < alerts; ++i) {
    if (places == 0) ByteReader::fail("an alert has no status");
    const std::uint64_t place_and_side = in.number(2 * places - 1);
    Alert& alert = minute.alerts.emplace_back();
    alert.place = place_and_side / 2;
    alert.side = place_and_side % 2 == 0 ? Side::above : Side::below;
    alert.window = static_cast<int>(in.number(longest_window));
    alert.mean = in.real(0.0, 1e40);
  }
  minute.leaves = in.text(longest_packed_minute);
  (void)unpack_leaves(columns, limits, minute.leaves, Volume::status);
  return minute;
}

}  // namespace pos::model
