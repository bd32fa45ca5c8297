// SPDX-License-Identifier: MIT
#include "incident/link.hpp"

#include <doctest/doctest.h>

#include "base/volume.hpp"

using namespace pos;
using namespace pos::incident;

namespace {

const LocalSeconds midnight = 1'773'014'400;  // 2026-03-09

Incident of_status(const std::string& status, LocalSeconds first, LocalSeconds last) {
  Incident incident;
  incident.first = first;
  incident.last = last;
  incident.parts.emplace_back().status = status;
  return incident;
}

}  // namespace

TEST_CASE("link: the page shows the incident's day, and its status with half an hour around it") {
  CHECK(page_view(of_status("denied", midnight + 36'000 + 17 * 60, midnight + 36'000 + 31 * 60)) ==
        "?since=2026-03-09&until=2026-03-10#between=2026-03-09T10:17:00/2026-03-09T10:32:00&chart=denied"
        "&zoom=2026-03-09T09:47:00/2026-03-09T11:02:00");
}

TEST_CASE("link: an incident over midnight has both days, and one soon after it what led to it") {
  CHECK(page_view(of_status("denied", midnight + 85'000, midnight + 87'000))
            .starts_with("?since=2026-03-09&until=2026-03-11#"));
  CHECK(page_view(of_status("denied", midnight + 300, midnight + 600))
            .starts_with("?since=2026-03-08&until=2026-03-10#"));
}

TEST_CASE("link: no status and no key gets out of its place") {
  Incident odd = of_status("a&b=c#d e/%\"'<é>", midnight + 40'000, midnight + 40'000);
  odd.group = "merchant=al fa&x";
  CHECK(page_view(odd).find("#by=merchant%3Dal%20fa%26x&between=2026-03-09T11:06:40/"
                            "2026-03-09T11:07:40&chart=a%26b%3Dc%23d%20e%2F%25%22%27%3C%C3%A9%3E&zoom=") !=
        std::string::npos);
}

TEST_CASE("link: of all statuses together the page shows the chart of all") {
  CHECK(page_view(of_status(std::string(every_status), midnight + 40'000, midnight + 40'000)).find("&chart=&zoom=") !=
        std::string::npos);
}
