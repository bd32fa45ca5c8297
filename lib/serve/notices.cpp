// SPDX-License-Identifier: MIT
#include "serve/notices.hpp"

#include <fmt/core.h>

#include <string>
#include <utility>

#include "cli/run_tool.hpp"
#include "pipeline/model_age.hpp"

namespace pos::serve {

void Notices::tell(const News& news, std::optional<LocalSeconds> trained_to) {
  tell_clock(news.is_live);
  tell_age(trained_to);
  tell_lead(news);
  tell_unjudged(news);
  if (!news.absent.empty()) cli::say(tool, news.absent);  // with -q too: nothing is judged as it should be
}

// Once for each model.
void Notices::tell_age(std::optional<LocalSeconds> trained_to) {
  if (told_age_ || settings_.quiet) return;
  const std::string age =
      pipeline::model_age(settings_.engine.model, trained_to, clock_.seconds(), settings_.max_model_age);
  if (age.empty()) return;
  cli::say(tool, age);
  told_age_ = true;
}

// Once: who posts old days knows it.
void Notices::tell_clock(bool is_live) {
  if (is_live || settings_.quiet || std::exchange(told_clock_, true)) return;
  cli::say(tool,
           "the times of rows are more than an hour away from the clock: only rows end minutes, and there is no alert "
           "of silence (is --timezone right?)");
}

// Each time that a feed is believed which is ahead.
void Notices::tell_lead(const News& news) {
  if (!news.lead || settings_.quiet) return;
  cli::say(tool, fmt::format("rows come {} minutes ahead of the clock, and none near it: they are judged by their own "
                             "time from now on (are the clocks of clients, and --timezone, right?)",
                             std::chrono::round<std::chrono::minutes>(*news.lead).count()));
}

// At most once in ten minutes.
void Notices::tell_unjudged(const News& news) {
  untold_unjudged_ += news.unjudged;
  const auto now = Clock::now();
  if (untold_unjudged_ == 0 || settings_.quiet || now < tell_unjudged_at_) return;
  tell_unjudged_at_ = now + std::chrono::minutes(10);
  cli::say(tool, fmt::format("{} row{} not judged: late, or far ahead of the clock; the last of {} (are the clocks of "
                             "clients, and --timezone, right?)",
                             untold_unjudged_, untold_unjudged_ == 1 ? "" : "s", to_date_time(news.last_unjudged)));
  untold_unjudged_ = 0;
}

}  // namespace pos::serve
