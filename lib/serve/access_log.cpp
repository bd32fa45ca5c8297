// SPDX-License-Identifier: MIT
#include "serve/access_log.hpp"

#include <fmt/core.h>

#include "base/json.hpp"
#include "base/record.hpp"
#include "base/text.hpp"

namespace pos::serve {
namespace {

// In quotes where logfmt wants them.
std::string value(std::string_view text) {
  std::string safe = printable(text, 200);
  if (!safe.empty() && safe.find_first_of(" =\"\\") == std::string::npos) return safe;
  std::string quoted;
  append_json_string(quoted, safe);
  return quoted;
}

}  // namespace

std::string access_line(const Access& access) {
  std::string time = to_date_time(access.time);
  time[time.find(' ')] = 'T';
  return fmt::format("time={}Z method={} path={} status={} bytes={} duration={:.6f}", time, value(access.method),
                     value(access.path), access.status, access.bytes,
                     static_cast<double>(access.duration.count()) / 1e6);
}

}  // namespace pos::serve
