// SPDX-License-Identifier: MIT
#include "render/page/page.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "render/page/course.hpp"
#include "render/page/data.hpp"
#include "render/page/parts.hpp"
#include "render/page/template.hpp"
#include "render/page/window.hpp"
#include "render/report/numbers.hpp"
#include "render/svg/bar.hpp"
#include "render/svg/series.hpp"
#include "render/words/html.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using report::Report;

// The filters the rows have been through before the page: empty where they took everything.
std::string asked_text(const report::Filter& filter, Language language) {
  std::string out;
  const auto part = [&](std::string_view text) { out += fmt::format("{}{}", out.empty() ? "" : ", ", text); };
  if (filter.hour_from > 0 || filter.hour_to < 23)
    part(trf(language, "hours {} to {}", filter.hour_from, filter.hour_to));
  if (filter.minute_from > 0 || filter.minute_to < 59) {
    part(trf(language, "minutes {} to {} of the hour", filter.minute_from, filter.minute_to));
  }
  if (!filter.key().empty()) part(escaped_html(filter.key()));
  if (!filter.statuses.empty()) part(trf(language, "status {}", escaped_html(join(filter.statuses, ", "))));
  if (filter.normal != report::Normal::all) {
    part(filter.normal == report::Normal::normal ? tr(language, "normal rows") : tr(language, "abnormal rows"));
  }
  return out.empty() ? out : "<p id=\"asked\">" + trf(language, "Holds only: {}", out) + "</p>";
}

std::string series(const Report& report, std::string_view status, Language language) {
  const auto at = std::find_if(report.series.begin(), report.series.end(),
                               [&](const report::Series& one) { return one.status == status; });
  if (at == report.series.end() || report.records.empty()) return "<figcaption>" + trf(language, "No rows.") + "</figcaption>";
  const report::Filter& filter = report.filter;
  const bool all_time =
      filter.hour_from == 0 && filter.hour_to == 23 && filter.minute_from == 0 && filter.minute_to == 59;
  SeriesChart chart;
  chart.status = status;
  const LocalSeconds last = report.last_record.value_or(report.records.back().time);
  const LocalSeconds begin = minute_begin(report.records.front().time);
  chart.period = {begin, std::max(last, begin) + 1};
  chart.step = report.step;
  chart.bridges = report.filter.key().empty();
  chart.missing = all_time && filter.normal == report::Normal::all ? Missing::zero : Missing::gap;
  // A step may begin before the first row in it.
  chart.period.begin = std::min(chart.period.begin, at->points.empty() ? chart.period.begin : at->points.front().begin);
  chart.regions = regions_of(report, status, language);
  chart.language = language;
  std::string out;
  append_series_svg(out, *at, chart);
  return out + "<figcaption>" +
         trf(language,
             "{} per {}: line; expected: dashed; band: expected ± 3 sqrt(expected). ▲ critical, △ warning or no severity.",
             escaped_html(status), duration_text(shown_step(chart))) +
         "</figcaption>";
}

std::string footer(const PageText& text) {
  const std::string version = escaped_html(text.version);
  if (text.live)
    return trf(text.language, "Served by pos-serve of pos-tools {}. Charts in the browser: dygraphs (MIT licence).", version);
  return trf(text.language, "Made {} by pos-report of pos-tools {}. Charts in the browser: dygraphs (MIT licence).",
             escaped_html(text.generated), version);
}

// What stands at each place of the template.
std::string content(std::string_view place, const Report& report, const PageText& text) {
  if (place == "title") return escaped_html(text.title);
  if (place == "window_title") return escaped_html(window_title(report, text));
  if (place == "icon") return escaped_html(window_icon(report));
  if (place == "lost_icon") return escaped_html(icon_address("no_data"));
  if (place == "form_action") return text.live ? "'self'" : "'none'";
  if (place == "last_data") return escaped_html(last_data_words(report, text));
  if (place == "zone") return escaped_html(text.zone);
  if (place == "periods") return periods_part(report, text);
  if (place == "period") return period_line(report, text.language);
  if (place == "asked") return asked_text(report.filter, text.language);
  if (place == "all_keys") return all_keys_link(report, text);
  if (place == "key_filter") return key_filter(report, text.language);
  if (place == "verdict") return verdict_part(report, text);
  if (place == "tiles") return tiles_part(report, text);
  if (place == "incidents") return incidents_part(report, text);
  if (place == "keys") return keys_part(report, text);
  if (place == "coarse") return coarse_part(report, text);
  if (place == "totals") return totals_part(report, text.language);
  if (place == "comparison") return comparison_part(report, text.language);
  if (place == "series") return series(report, chart_status(report), text.language);
  if (place == "bars") return bars_part(report, text.language);
  if (place == "data_tag" && !text.data_tag.empty()) return fmt::format(" data-tag=\"{}\"", escaped_html(text.data_tag));
  if (place == "footer") return footer(text);
  std::string out;
  if (place == "hatch") append_hatch(out);
  if (place == "data") append_page_data(out, report, text, {{}, text.data_id, {}});
  if (place == "language") out = code_of(text.language);
  if (place == "texts") append_texts(out, text.language);
  if (place.starts_with("t ")) out = escaped_html(tr(text.language, place.substr(2)));
  return out;
}

}  // namespace

std::string page(const Report& report, const PageText& text) {
  constexpr std::string_view begin = "<!--pos:";
  constexpr std::string_view end = "-->";
  // Between these stands what only a live page has.
  constexpr std::string_view live_begin = "live";
  constexpr std::string_view live_end = "<!--pos:end-->";
  std::string_view rest = page_template();
  std::string out;
  out.reserve(rest.size() + 100 * report.records.size());
  for (auto at = rest.find(begin); at != std::string_view::npos; at = rest.find(begin)) {
    const std::size_t stop = rest.find(end, at);
    const std::string_view place = rest.substr(at + begin.size(), stop - at - begin.size());
    out += rest.substr(0, at);
    out += content(place, report, text);
    const bool skips = place == live_begin && !text.live;
    rest.remove_prefix(skips ? rest.find(live_end, stop) + live_end.size() : stop + end.size());
  }
  out += rest;
  return out;
}

}  // namespace pos::render
