// SPDX-License-Identifier: MIT
#include "incident/link.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/percent.hpp"
#include "base/record.hpp"
#include "base/volume.hpp"

namespace pos::incident {
namespace {

constexpr LocalSeconds half_an_hour = 1800;
constexpr LocalSeconds whole_day = 86'400;

std::string date_of(LocalSeconds time) { return to_date_time(time).substr(0, 10); }

// 2026-03-09T14:30:00, as the page writes it.
std::string iso(LocalSeconds time) {
  std::string text = to_date_time(time);
  text[10] = 'T';
  return text;
}

}  // namespace

ViewSpan view_span(const Incident& incident) {
  const LocalSeconds end = incident.last + 60;
  return {incident.first - std::max(half_an_hour, end - incident.first), end + half_an_hour};
}

std::string page_view(const Incident& incident) {
  const ViewSpan span = view_span(incident);
  const std::string status = leading_part(incident).status;
  std::string view = fmt::format("?since={}&until={}#", date_of(span.begin), date_of(incident.last + whole_day));
  if (!incident.group.empty()) view += "by=" + percent_encoded(incident.group) + "&";
  view += "between=" + iso(incident.first) + "/" + iso(incident.last + 60) + "&chart=";
  if (status != every_status) view += percent_encoded(status);  // all together have no name there
  return view + "&zoom=" + iso(span.begin) + "/" + iso(span.end);
}

}  // namespace pos::incident
