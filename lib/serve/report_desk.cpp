// SPDX-License-Identifier: MIT
#include "serve/report_desk.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/period.hpp"
#include "cli/version.hpp"
#include "ledger/alert_store.hpp"
#include "render/page/page.hpp"
#include "render/report/data.hpp"
#include "render/report/state_data.hpp"
#include "render/words/time.hpp"
#include "report/collect.hpp"
#include "report/history_source.hpp"
#include "report/reviewer.hpp"
#include "serve/finish.hpp"
#include "serve/page_prints.hpp"
#include "serve/row_answer.hpp"

namespace pos::serve {

// What reports are made of, on the desk's own thread: no other has these.
struct ReportSources {
  ReportSources(const std::string& history, const std::string& of_stream, const read::TimeZone& wall)
      : reader(history, of_stream), alerts(history), stream(of_stream), zone(wall) {}

  history::Reader reader;
  ledger::AlertReader alerts;
  std::string stream;
  read::TimeZone zone;
};

namespace {

using render::Part;

constexpr std::size_t most_orders = 64;
constexpr std::size_t most_kept_bytes = std::size_t{64} << 20;

struct Stopped {};

bool is_page(Product product) { return product == Product::page || product == Product::page_data; }

Part part_of(Product product) {
  switch (product) {
    case Product::summary:
      return Part::summary;
    case Product::series:
      return Part::series;
    case Product::describe:
      return Part::describe;
    case Product::incidents:
      return Part::incidents;
    case Product::keys:
      return Part::keys;
    case Product::review:
      return Part::review;
    default:
      return Part::table;
  }
}

// The history, until nobody waits any more.
class Stoppable final : public report::HistorySource {
 public:
  Stoppable(history::Reader& reader, const std::atomic<bool>& stop) : HistorySource(reader), stop_(stop) {}

  void records(const Period& period, const std::function<void(const Record&)>& take) override {
    HistorySource::records(period, [&](const Record& record) {
      if (stop_) throw Stopped();
      take(record);
    });
  }

 private:
  const std::atomic<bool>& stop_;
};

// What is wrong with `by`; empty: nothing.
std::string problem_of(history::Reader& reader, const ReportOrder& order) {
  const report::Filter& filter = order.query.filter;
  const std::string family(filter.family());
  if (family.empty()) return order.product == Product::keys ? "it is missing: a column that has keys" : "";
  const auto families = reader.families();
  if (families.empty()) return "no row has keys";
  if (std::ranges::find(families, family) == families.end())
    return "no keys of '" + printable(family) + "'; there are those of: " + printable(join(families, ", "), 500);
  const std::string_view key = filter.key();
  return key.empty() || reader.has_key(key) ? std::string() : "no row has the key '" + printable(key) + "'";
}

// Incidents, with what people know of them.
bool shows_incidents(Product product) {
  return product == Product::incidents || product == Product::review || product == Product::page ||
         product == Product::page_data;
}

report::Report collect(ReportSources& from, const ReportOrder& order, const std::atomic<bool>& stop) {
  Stoppable source(from.reader, stop);
  report::Order wanted{
      .period = order.query.period, .filter = order.query.filter, .rules = order.rules, .now = order.now};
  wanted.rules.volume = source.volume();
  wanted.describe = order.product == Product::describe;
  if (is_page(order.product)) {
    wanted.keep = report::Keep::records;
    wanted.most_records = report::most_rows_of_a_page;
    wanted.most_points = report::most_points_of_a_page;
  }
  report::Report report = report::collect(source, wanted);
  if (!shows_incidents(order.product)) return report;
  report.events = order.events;
  for (Event& event : from.reader.marks()) report.events.push_back(std::move(event));
  report.people = from.alerts.people(report.incidents, from.stream,
                                     {cli::now(), [&from](auto utc) { return from.zone.local(utc); }});
  if (order.product == Product::review) report.review = report::review(source, wanted, report);
  return report;
}

std::string_view type_of(DataFormat format) {
  return format == DataFormat::csv      ? "text/csv; charset=utf-8"
         : format == DataFormat::ndjson ? "application/x-ndjson"
                                        : "application/json";
}

Response rows_response(history::Reader& reader, const ReportOrder& order, const std::atomic<bool>& stop) {
  struct Enough {};
  Stoppable source(reader, stop);
  RowAnswer answer(order.query, order.format, {source.has_keys(), source.has_places(), source.has_amounts()});
  try {
    source.records(order.query.period, [&](const Record& record) {
      if (order.query.filter.takes(record) && !answer.add(record)) throw Enough();
    });
  } catch (const Enough&) {
    // The first rows were asked for.
  }
  return text_response(200, std::string(type_of(order.format)), answer.text());
}

// Those that are wanted, in the order that is asked for.
void choose_incidents(const Query& query, std::vector<incident::Incident>& incidents) {
  if (query.open_only) std::erase_if(incidents, [](const incident::Incident& incident) { return !incident.open(); });
  if (query.order == RowOrder::descending) std::ranges::reverse(incidents);
  if (query.limit && incidents.size() > *query.limit) incidents.resize(*query.limit);
}

Response data_response(report::Report report, const ReportOrder& order) {
  choose_incidents(order.query, report.incidents);
  std::string body;
  render::append_data(body, line_of(order.format), report, part_of(order.product), render::IncidentColumns::with_page);
  return text_response(200, std::string(type_of(order.format)), std::move(body));
}

// What the page says of itself in a <meta> element is said by a header as well, which can forbid frames too.
std::string policy_of(std::string_view page) {
  constexpr std::string_view begin = "http-equiv=\"Content-Security-Policy\" content=\"";
  const auto at = page.find(begin);
  if (at == std::string_view::npos) return {};
  const auto from = at + begin.size();
  return std::string(page.substr(from, page.find('"', from) - from)) + "; frame-ancestors 'none'";
}

render::PageText page_text(const ReportOrder& order) {
  render::PageText text;
  const std::string_view key = order.query.filter.key();
  text.title = key.empty() ? order.title : order.title + ", " + printable(key);
  text.query = order.without_key;
  text.generated = order.generated;
  text.version = cli::version;
  text.live = true;
  text.data_tag = order.data_tag;
  text.language = order.language;
  text.now = order.now;
  text.may_act = true;  // whoever has the token, where one is wanted
  text.zone = render::zone_text(order.zone, order.now - order.utc);
  return text;
}

// The data of a page, or the page itself: what is told of it is remembered, so that the next time it is told what is new.
Response page_response(report::Report report, const ReportOrder& order, PagePrints& prints) {
  render::PageText text = page_text(order);
  render::Parts parts = render::live_parts(report, text);
  const render::PagePrint print = render::print_of(report, parts);
  std::string body;
  Response response;
  if (order.product == Product::page) {
    text.data_id = print.id;
    body = render::page(report, text);
    response.page_policy = policy_of(body);
  } else {
    body = render::page_data(std::move(report), text, std::move(parts), print, prints.find(order.query.have)) + "\n";
  }
  prints.keep(print);
  const char* type = order.product == Product::page ? "text/html; charset=utf-8" : "application/json";
  std::string policy = std::move(response.page_policy);
  response = text_response(200, type, std::move(body));
  response.page_policy = std::move(policy);
  return response;
}

Response metrics_response(const report::Report& report) {
  std::string text;
  render::append_prom_today(text, report);
  return text_response(200, "text/plain; version=0.0.4; charset=utf-8", std::move(text));
}

Response state_response(const report::Report& report, const ReportOrder& order) {
  std::string body;
  render::append_state(body, report, page_text(order), order.zone);
  return text_response(200, "application/json", std::move(body));
}

Response make(ReportSources& from, const ReportOrder& order, PagePrints& prints, const std::atomic<bool>& stop) {
  if (order.product == Product::transactions) return rows_response(from.reader, order, stop);
  report::Report report = collect(from, order, stop);
  if (is_page(order.product)) return page_response(std::move(report), order, prints);
  if (order.product == Product::metrics) return metrics_response(report);
  if (order.product == Product::state) return state_response(report, order);
  return data_response(std::move(report), order);
}

Response make_or_refuse(ReportSources& from, const ReportOrder& order, PagePrints& prints,
                        const std::atomic<bool>& stop) {
  try {
    if (const std::string problem = problem_of(from.reader, order); !problem.empty())
      return parameter_error("by", problem);
    Response response = make(from, order, prints, stop);
    if (order.gzip) compress(response);
    return response;
  } catch (const report::TooManyRecords&) {
    return error_response(400, fmt::format("more than {} rows are too many for one answer: narrow it by since, until, "
                                           "status or limit{}",
                                           most_rows_of(order.format),
                                           order.format == DataFormat::json ? ", or ask for csv or ndjson" : ""));
  } catch (const Error& error) {
    return busy_response(std::string("the history cannot be read: ") + error.what());
  } catch (const std::bad_alloc&) {
    return busy_response("there is not enough memory for this report: narrow it by since, until, status");
  }
}

}  // namespace

ReportDesk::ReportDesk(const std::string& history, const std::string& stream, const read::TimeZone& zone, Post post)
    : sources_(std::make_unique<ReportSources>(history, stream, zone)),
      prints_(std::make_unique<PagePrints>()),
      worker_(std::move(post)) {}

ReportDesk::~ReportDesk() = default;

void ReportDesk::order(ReportOrder order, const std::string& tag, Respond respond) {
  for (auto kept = kept_.begin(); kept != kept_.end(); ++kept) {
    if (kept->first != tag) continue;
    kept_.splice(kept_.begin(), kept_, kept);
    respond(kept->second);
    return;
  }
  if (const auto made = wanted_.find(tag); made != wanted_.end()) {
    made->second.push_back(std::move(respond));
    return;
  }
  if (wanted_.size() >= most_orders) {
    respond(busy_response("too many reports are waiting to be made"));
    return;
  }
  wanted_[tag].push_back(std::move(respond));
  worker_.give([this, order = std::move(order), tag] { make(order, tag); });
}

void ReportDesk::make(const ReportOrder& order, const std::string& tag) {
  try {
    const Response response = make_or_refuse(*sources_, order, *prints_, worker_.ends());
    const bool ages = order.product == Product::state;
    worker_.hand_over([this, tag, response, ages] { deliver(tag, response, ages); });
  } catch (const Stopped&) {
    // nobody waits for it any more
  }
}

void ReportDesk::deliver(const std::string& tag, const Response& response, bool ages) {
  const auto respond = std::exchange(wanted_[tag], {});
  wanted_.erase(tag);
  if (response.status == 200 && !ages) keep(tag, response);
  for (const Respond& one : respond) one(response);
}

void ReportDesk::keep(const std::string& tag, const Response& response) {
  constexpr std::size_t most_kept = 16;
  if (response.body->size() > most_kept_bytes) return;
  kept_.emplace_front(tag, response);
  kept_bytes_ += response.body->size();
  while (kept_.size() > most_kept || kept_bytes_ > most_kept_bytes) {
    kept_bytes_ -= kept_.back().second.body->size();
    kept_.pop_back();
  }
}

}  // namespace pos::serve
