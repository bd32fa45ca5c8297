// SPDX-License-Identifier: MIT
#include "serve/service.hpp"

#include <fmt/core.h>

#include <array>
#include <functional>
#include <new>
#include <utility>

#include "base/error.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "cli/run_tool.hpp"
#include "cli/version.hpp"
#include "clock/lead.hpp"
#include "history/marks.hpp"
#include "model/model_file.hpp"
#include "serve/accept.hpp"
#include "serve/finish.hpp"
#include "serve/openapi.hpp"
#include "serve/query.hpp"
#include "serve/routes.hpp"
#include "write/record_line.hpp"

namespace pos::serve {
namespace {

MayAsk may_ask(Product product) {
  return {.limit = product == Product::transactions || product == Product::incidents,
          .open_only = product == Product::incidents,
          .have = product == Product::page_data};
}

// As the query says, else what the client likes best; nothing: it takes none of ours.
std::optional<DataFormat> format_of(const Request& request, const Query& query) {
  constexpr std::array<std::string_view, 4> types = {"application/json", "application/x-ndjson", "text/csv",
                                                     "application/ndjson"};
  constexpr std::array formats = {DataFormat::json, DataFormat::ndjson, DataFormat::csv, DataFormat::ndjson};
  if (query.format) return query.format;
  const auto best = best_type(request.accept, types);
  return best ? std::optional(formats[*best]) : std::nullopt;
}

}  // namespace

Service::Service(const Settings& settings, Tokens tokens, const WallClock& clock, Post post, Later later)
    : settings_(settings),
      tokens_(std::move(tokens)),
      clock_(clock),
      events_(cli::read_events(settings.events, clock.zone())),
      engine_(std::make_unique<Engine>(settings.engine, clock.zone(), clock.time())),
      reader_(settings.engine.history, settings.engine.stream),
      desk_(settings.engine.history, settings.engine.stream, clock.zone(), post),
      scrapes_(desk_, [this] { return counted(); }),
      people_(settings.engine.history, settings.engine.stream, clock.zone(), post, [this] { hub_.tell_people(); }),
      hub_(reader_),
      queue_(clock, metrics_, *engine_, std::move(post), std::move(later),
             [this](const std::string& problem) { scored(problem); }),
      notices_(settings, clock),
      start_(fmt::format("{:x}", std::chrono::system_clock::now().time_since_epoch().count())) {
  reader_.set_patience(std::chrono::seconds(0));
  if (!engine_->note().empty() && !settings.quiet) cli::say(tool, engine_->note());
  if (!settings.alert_command.empty()) alerts_ = std::make_unique<AlertChild>(settings.alert_command, metrics_);
}

std::optional<Response> Service::refuse(const Request& request) const {
  if (auto refused = check_host(request, settings_.allow_hosts)) return refused;
  const Route* route = find_route(request.path);
  if (!route || route->endpoint != Endpoint::health) {
    if (auto refused = check_token(request, tokens_)) return refused;
  }
  if (!route) return error_response(404, "there is nothing at this path");
  if (auto refused = check_method(request, *route)) return refused;
  if (route->endpoint != Endpoint::score && !is_saying(route->endpoint)) return std::nullopt;
  if (auto refused = check_site(request)) return refused;
  if (route->endpoint == Endpoint::silence) return std::nullopt;  // to end it nothing has to be said
  return is_saying(route->endpoint) ? check_json(request) : check_body(request);
}

void Service::count(const Request& request, unsigned status) {
  const Route* route = find_route(request.path);
  metrics_.count_request(route ? route->path : "other", status);
}

void Service::answer(Request& request, const Respond& respond) {
  try {
    dispatch(request, respond);
  } catch (const Error& error) {
    respond(busy_response(std::string("the history cannot be read: ") + error.what()));
  } catch (const std::bad_alloc&) {
    respond(busy_response("there is not enough memory for this answer"));
  }
}

void Service::dispatch(Request& request, const Respond& respond) {
  switch (find_route(request.path)->endpoint) {
    case Endpoint::score:
      return score(request, respond);
    case Endpoint::transactions:
      return report(Product::transactions, request, respond);
    case Endpoint::summary:
      return report(Product::summary, request, respond);
    case Endpoint::series:
      return report(Product::series, request, respond);
    case Endpoint::describe:
      return report(Product::describe, request, respond);
    case Endpoint::incidents:
      return report(Product::incidents, request, respond);
    case Endpoint::keys:
      return report(Product::keys, request, respond);
    case Endpoint::review:
      return report(Product::review, request, respond);
    case Endpoint::page_data:
      return report(Product::page_data, request, respond);
    case Endpoint::state:
      return report(Product::state, request, respond);
    case Endpoint::page:
      return report(Product::page, request, respond);
    case Endpoint::record:
      return respond(newest_record());
    case Endpoint::stream:
      return respond(stream(request));
    case Endpoint::metrics:
      return metrics(respond);
    case Endpoint::health:
      return respond(text_response(200, "application/json", "{\"status\":\"ok\"}\n"));
    case Endpoint::readiness:
      return respond(readiness());
    case Endpoint::openapi:
      return respond(text_response(200, "application/json", std::string(openapi())));
    case Endpoint::icon:
      return respond(empty_response(204));
    case Endpoint::acknowledge:
      return say(Saying::What::acknowledge, request, respond);
    case Endpoint::silences:
      return say(Saying::What::silence, request, respond);
    case Endpoint::silence:
      return say(Saying::What::end_silence, request, respond);
  }
}

void Service::score(Request& request, const Respond& respond) {
  Job job;
  job.kind = *parse_content_type(request.content_type).kind;
  job.body = std::move(request.body);
  job.key = std::move(request.idempotency_key);
  queue_.add(std::move(job), respond);
}

void Service::say(Saying::What what, Request& request, const Respond& respond) {
  people_.order({what, id_in(request.path, *find_route(request.path)), std::move(request.body)}, respond);
}

// Of an answer: it names what was asked for, and the history and the events as they are.
std::string Service::tag_of(const std::string& key) {
  return fmt::format("\"{}-{:x}-{:x}\"", start_, reader_.version(),
                     std::hash<std::string>{}(fmt::format("{} {}", events_read_, key)));
}

void Service::finish(const Request& request, Response& response) const {
  serve::finish(request, clock_.zone().name(), response);
}

void Service::report(Product product, const Request& request, const Respond& respond) {
  const LocalSeconds now = clock_.seconds();
  const ParsedQuery parsed = parse_query(request.query, now, clock_.zone(), may_ask(product));
  if (!parsed.problem.empty()) return respond(parameter_error(parsed.parameter, parsed.problem));
  const bool is_page = product == Product::page || product == Product::page_data;
  const bool has_words = is_page || product == Product::state;
  const std::string links = is_page ? without_key(request.query) : std::string();
  const Language language =
      parsed.query.language.value_or(settings_.language.value_or(accepted_language(request.accept_language)));
  const auto format = is_page ? std::optional(DataFormat::json) : format_of(request, parsed.query);
  if (!format) return respond(error_response(406, "there is application/json, application/x-ndjson and text/csv"));
  // What reaches up to now ages, whether rows come or not; a state says so in seconds.
  const LocalSeconds moment = product == Product::state             ? now
                              : now <= parsed.query.period.end ? minute_begin(now)
                                                               : 0;
  const auto tag_of = [&](Product what) {
    return this->tag_of(fmt::format("{} {} {} {} {} {}", static_cast<int>(what), static_cast<int>(*format), moment,
                                    code_of(language), links, parsed.query.key()));
  };
  const std::string tag = tag_of(product);
  if (request.if_none_match == "*" || request.if_none_match.find(tag) != std::string::npos) {
    Response unchanged = empty_response(304);
    unchanged.headers.emplace_back("ETag", tag);
    return respond(std::move(unchanged));
  }
  ReportOrder order;
  order.product = product;
  order.query = parsed.query;
  order.format = *format;
  order.gzip = takes_gzip(request.accept_encoding);
  order.generated = to_date_time(now);
  order.title = settings_.title;
  order.now = now;
  order.rules = settings_.rules;
  order.without_key = links;
  order.language = language;
  order.utc = clock_.utc();
  order.zone = clock_.zone().name();
  if (is_page || product == Product::incidents) order.events = events_;
  if (product == Product::page) order.data_tag = tag_of(Product::page_data);
  const std::string made = fmt::format("{} {} {}", tag, order.gzip ? "gzip" : "", order.query.have);
  desk_.order(std::move(order), made, [tag, has_words, respond](Response response) {
    if (response.status == 200) response.headers.emplace_back("ETag", tag);
    if (response.status == 200 && has_words) response.headers.emplace_back("Vary", "Accept-Language");
    respond(std::move(response));
  });
}

Response Service::stream(const Request& request) {
  // Viewers leave some connections to those who POST.
  if (hub_.viewers() >= settings_.max_clients - settings_.max_clients / 8)
    return busy_response("too many viewers of the stream: ask api/page now and then");
  const auto parameters = parse_parameters(request.query);
  std::string id_text = request.last_event_id;
  if (!parameters) return error_response(400, "the query is no percent-encoded UTF-8");
  for (const auto& [name, value] : *parameters) {
    if (name != "last_event_id") return parameter_error(name, "no such parameter");
    if (id_text.empty()) id_text = value;
  }
  const auto id = parse_number<std::int64_t>(id_text);
  if (!id_text.empty() && (!id || *id < 0)) return parameter_error("last_event_id", "it is no id of a row");
  Response response;
  response.type = "text/event-stream";
  response.headers.emplace_back("X-Accel-Buffering", "no");  // nginx would keep events back
  response.stream = [this, id](std::shared_ptr<Viewer> viewer) { hub_.add(std::move(viewer), id); };
  return response;
}

Response Service::newest_record() {
  const auto newest = reader_.newest();
  if (!newest) return text_response(200, "application/json", "{}\n");
  // As the original had it: its clients part the time they sent.
  const auto& clock = engine_->last_clock();
  const bool as_posted = clock && clock->time == newest->time;
  std::string body;
  write::RecordLine line(body, write::Line::ndjson);
  as_posted ? line.text("time", clock->text) : line.time("time", newest->time);
  line.text("status", newest->status).number("count", newest->count);
  write::append_scored(line, newest->scored);
  const auto places = write::places_of(*newest);
  if (places.key || places.where) write::append_places(line, newest->scored, places);
  line.time("date_time", newest->time).text("zone", clock_.zone().name()).end();
  return text_response(200, "application/json", std::move(body));
}

std::optional<std::int64_t> Service::last_record_age() {
  const auto newest = reader_.newest_real(clock_.seconds(), clock::honest_lead);
  return newest ? std::optional(clock_.seconds() - *newest) : std::nullopt;
}

void Service::metrics(const Respond& respond) {
  ReportOrder order;
  order.product = Product::metrics;
  order.now = clock_.seconds();
  order.query = parse_query({}, order.now, clock_.zone()).query;
  order.rules = settings_.rules;
  std::string tag;
  try {
    tag = tag_of(fmt::format("metrics {}", order.query.key()));
  } catch (const Error&) {
    // /readyz says so
  }
  scrapes_.add(respond, std::move(order), tag);
}

std::string Service::counted() {
  Gauges gauges;
  try {
    gauges.last_record_age = last_record_age();
  } catch (const Error&) {
    // /readyz says so; the other figures are wanted the more
  }
  gauges.connections = connections_;
  gauges.viewers = hub_.viewers();
  gauges.score_queue_bytes = queue_.bytes();
  gauges.report_queue = desk_.waiting();
  gauges.alert_command_runs = alerts_ && alerts_->runs();
  gauges.version = cli::version;
  return metrics_.text(gauges);
}

Response Service::readiness() {
  std::string problem = problem_;
  std::optional<std::int64_t> age;
  try {
    age = last_record_age();
  } catch (const Error& error) {
    problem = error.what();
  }
  std::string body;
  JsonObject object(body);
  object.boolean("ready", problem.empty()).text("model", engine_->model_sha256());
  object.number("last_record_age", age).text_or_null("problem", printable(problem, 500)).end();
  return text_response(problem.empty() ? 200 : 503, "application/json", body + "\n");
}

void Service::tick(std::size_t connections) {
  connections_ = connections;
  try {
    hub_.tick();
  } catch (const Error& error) {
    cli::say(tool, std::string("the history cannot be read: ") + error.what());
  }
  scrapes_.tick();
  if (alerts_) alerts_->tick();
  check_in_place();
  if (reload_until_) try_to_reload();
  if (Clock::now() - passed_at_ < std::chrono::seconds(1)) return;
  passed_at_ = Clock::now();
  queue_.pass_time();
}

// Before anybody posts, and what he is answered is lost.
void Service::check_in_place() {
  try {
    engine_->check_in_place();
  } catch (const Error& error) {
    if (problem_.empty()) scored(error.what());
  }
}

// Told when it begins and when it is over, not for each request in between. It is over when as much can be stored as
// could not be: on a full disk there is room for a small row now and then.
void Service::scored(std::string problem) {
  if (problem.empty() && !problem_.empty()) problem = why_not_storable();
  if (problem.empty() != problem_.empty())
    cli::say(tool, problem.empty() ? "rows can be stored again" : "rows cannot be stored: " + problem);
  problem_ = std::move(problem);
  if (problem_.empty()) tell_news();
}

std::string Service::why_not_storable() {
  try {
    engine_->prove_storable();
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

void Service::tell_news() {
  try {
    const News news = engine_->take_news();
    metrics_.count_transactions(news.counts);
    hub_.tell(news);
    metrics_.unjudged += static_cast<std::uint64_t>(news.unjudged);
    notices_.tell(news, engine_->trained_to());
  } catch (const Error& error) {
    cli::say(tool, std::string("the history cannot be read: ") + error.what());
  }
}

// The model and the days; of both what was in use stays where one of them is bad.
void Service::reload() {
  reload_until_ = Clock::now() + Engine::patience;
  try_to_reload();
}

void Service::try_to_reload() {
  const bool is_late = Clock::now() >= *reload_until_;
  const auto fail = [this](const std::string& why) {
    reload_until_.reset();
    ++metrics_.reload_failures;
    cli::say(tool, why + "; the old model stays in use");
  };
  if (!queue_.is_idle()) {  // rows wait for their commit: nothing may come between
    if (is_late) fail(settings_.engine.history + ": in use by another program for too long");
    return;
  }
  const auto tell = [this](const std::string& file, const char* what) {
    if (!file.empty() && !settings_.quiet) cli::say(tool, file + what);
  };
  try {
    std::vector<Event> events = cli::read_events(settings_.events, clock_.zone());
    std::vector<Event> all = events;
    history::append_marks(settings_.engine.history, sqlite::Access::read, all);
    model::SpecialDays days(all);
    model::Model model = load_model(settings_.engine);
    const bool is_new = model.sha256 != engine_->model_sha256();
    const bool has_new_days = days != engine_->days();
    if (is_new || has_new_days) {
      engine_->use(std::move(model), std::move(days), clock_.time());
      if (is_new) notices_.use_new_model();
      tell_news();
    }
    const bool is_of_file = events != events_;  // else a mark
    events_ = std::move(events);
    ++events_read_;
    if (has_new_days) tell(is_of_file ? settings_.events : settings_.engine.history, ": the new days are in use");
    if (is_new) ++metrics_.reloads;
    tell(settings_.engine.model, is_new ? ": the new model is in use" : ": it is the model in use");
    reload_until_.reset();
  } catch (const Error& error) {
    if (error.fault() != Fault::temporary || is_late) fail(error.what());  // else tick() tries again
  }
}

void Service::close() {
  try {
    engine_->close(clock_.time());
  } catch (const Error& error) {
    cli::say(tool, std::string("open minutes cannot be decided: ") + error.what());
  }
  tell_news();
  if (alerts_) alerts_->close();
}

bool Service::is_done() { return !alerts_ || alerts_->is_done(); }

}  // namespace pos::serve
