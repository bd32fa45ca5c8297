// SPDX-License-Identifier: MIT
// What the server does, whoever asks: paths and what stands behind them.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/event.hpp"
#include "serve/alert_child.hpp"
#include "serve/clock.hpp"
#include "serve/engine.hpp"
#include "history/reader.hpp"
#include "serve/http.hpp"
#include "serve/metrics.hpp"
#include "serve/notices.hpp"
#include "serve/settings.hpp"
#include "serve/people_desk.hpp"
#include "serve/report_desk.hpp"
#include "serve/request_checks.hpp"
#include "serve/score_queue.hpp"
#include "serve/scrapes.hpp"
#include "serve/stream_hub.hpp"

namespace pos::serve {

class Service {
 public:
  // Errors: pos::Error as of Engine.
  Service(const Settings& settings, Tokens tokens, const WallClock& clock, Post post, Later later);

  // Before the body is read: the answer to a request that gets no other.
  [[nodiscard]] std::optional<Response> refuse(const Request& request) const;
  // One that was not refused; its body is taken.
  void answer(Request& request, const Respond& respond);
  // Every answer that goes out, of refuse() or others: what they have in common.
  void finish(const Request& request, Response& response) const;
  void count(const Request& request, unsigned status);

  // Call it four times a second.
  void tick(std::size_t connections);
  // The model file, and that of the events, are read again; while another program writes that is put off.
  void reload();

  // No more requests come: what is known goes into the history, and then the alert command is told to end.
  void close();
  // The alert command has ended, or was ended. Call it some times a second.
  [[nodiscard]] bool is_done();

  [[nodiscard]] Metrics& metrics() { return metrics_; }

 private:
  using Clock = std::chrono::steady_clock;

  void dispatch(Request& request, const Respond& respond);
  void score(Request& request, const Respond& respond);
  void say(Saying::What what, Request& request, const Respond& respond);
  void report(Product product, const Request& request, const Respond& respond);
  [[nodiscard]] Response stream(const Request& request);
  [[nodiscard]] Response newest_record();
  [[nodiscard]] std::string tag_of(const std::string& key);
  void metrics(const Respond& respond);
  [[nodiscard]] std::string counted();
  [[nodiscard]] Response readiness();
  [[nodiscard]] std::optional<std::int64_t> last_record_age();
  void check_in_place();
  void try_to_reload();
  void scored(std::string problem);
  [[nodiscard]] std::string why_not_storable();
  void tell_news();

  const Settings& settings_;
  Tokens tokens_;
  const WallClock& clock_;
  std::vector<Event> events_;
  int events_read_ = 0;  // again, since the start
  std::size_t connections_ = 0;
  Metrics metrics_;
  std::unique_ptr<Engine> engine_;
  history::Reader reader_;
  ReportDesk desk_;
  Scrapes scrapes_;
  PeopleDesk people_;
  StreamHub hub_;
  ScoreQueue queue_;
  Notices notices_;
  std::unique_ptr<AlertChild> alerts_;  // null: no command
  std::string problem_;  // why the last commit failed; empty: it did not
  std::string start_;    // tells this process's tags from others'
  Clock::time_point passed_at_ = Clock::now();
  std::optional<Clock::time_point> reload_until_;  // then it has failed
};

}  // namespace pos::serve
