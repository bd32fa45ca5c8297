// SPDX-License-Identifier: MIT
// A line per request on stderr, for --verbose.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace pos::serve {

struct Access {
  std::int64_t time = 0;  // seconds since the epoch
  std::string_view method, path;
  unsigned status = 0;
  std::uint64_t bytes = 0;  // of the answer, as far as it was sent
  std::chrono::microseconds duration{0};
};

// logfmt: `time=2026-03-09T14:31:07Z method=GET path=/api/page status=200 bytes=5120 duration=0.004211`. The query is
// left out, which may hold what nobody else should read, and what could steer a terminal is made harmless.
[[nodiscard]] std::string access_line(const Access& access);

}  // namespace pos::serve
