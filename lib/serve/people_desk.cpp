// SPDX-License-Identifier: MIT
#include "serve/people_desk.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <map>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "cli/period.hpp"
#include "incident/silence_wish.hpp"
#include "ledger/alert_store.hpp"
#include "read/fields.hpp"
#include "read/json_members.hpp"

namespace pos::serve {
namespace {

using incident::Acknowledgement;
using incident::Silence;
using incident::Verdict;

constexpr std::size_t most_sayings = 64;
constexpr std::chrono::seconds patience(5);
constexpr LocalSeconds a_day = 86'400;
constexpr const char* not_recorded = "pos-alert has no record of this incident: it has not read its rows";

// What cannot be used, and how the client mends it.
struct Refused {
  unsigned status;
  std::string error;
  std::string member = {};
};

[[noreturn]] void refuse(unsigned status, std::string error, std::string member = {}) {
  throw Refused{status, std::move(error), std::move(member)};
}

Response refusal(const Refused& refused) {
  std::string body;
  JsonObject object(body);
  object.text("error", refused.error);
  if (!refused.member.empty()) object.text("member", printable(refused.member));
  object.end();
  return text_response(refused.status, "application/json", body + "\n");
}

// The members of a body; each name has to be one of these.
class Members {
 public:
  Members(std::string_view body, std::initializer_list<std::string_view> known) {
    read::JsonMembers read = read::json_members(body.empty() ? std::string_view("{}") : body);
    if (!read.problem.empty()) refuse(400, read.problem);
    for (const auto& [name, value] : read.values) {
      if (std::ranges::find(known, name) == known.end()) refuse(400, "no such member", name);
    }
    values_ = std::move(read.values);
  }

  // Empty: it is not there.
  [[nodiscard]] const std::string& operator[](std::string_view name) const {
    static const std::string nothing;
    const auto at = values_.find(name);
    return at == values_.end() ? nothing : at->second;
  }
  [[nodiscard]] std::string words(std::string_view name) const { return incident::kept_words((*this)[name]); }
  // Somebody has to be asked.
  [[nodiscard]] std::string author() const {
    std::string name = words("author");
    if (trim(name).empty()) refuse(422, "who are you?", "author");
    return name;
  }

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

// Nothing: it is not said.
std::optional<Verdict> verdict_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (text == "none") return Verdict::none;
  if (text == "true") return Verdict::true_alarm;
  if (text == "false") return Verdict::false_alarm;
  refuse(422, "it is none of true, false and none", "verdict");
}

std::string_view verdict_name(Verdict verdict) {
  return verdict == Verdict::none ? "" : verdict == Verdict::true_alarm ? "true" : "false";
}

Severity severity_of(const std::string& text) {
  if (text.empty()) return Severity::none;
  if (text == "warning") return Severity::warning;
  if (text == "critical") return Severity::critical;
  refuse(422, "it is neither warning nor critical", "severity");
}

// A name as the pattern of itself: its stars would stand for any text.
std::string pattern_of(std::string name) {
  std::ranges::replace(name, '*', '?');
  return name;
}

std::int64_t seconds_of(const std::string& text) {
  const auto span = cli::parse_duration(text);
  if (!span || span->count() <= 0) refuse(422, "it is no time span such as 30m, 2h or 7d", "for");
  return span->count();
}

}  // namespace

// Writes what is said. Its connection is opened when somebody says something, and again after an error.
class PeopleDesk::Clerk {
 public:
  Clerk(std::string history, std::string stream, const read::TimeZone& zone)
      : history_(std::move(history)), stream_(std::move(stream)), zone_(zone) {}

  Response take(const Saying& saying) {
    try {
      return write(saying);
    } catch (const Refused& refused) {
      return refusal(refused);
    } catch (const Error& error) {
      store_.reset();
      return error.fault() == Fault::temporary
                 ? busy_response("another program has the history for itself: nothing is changed, try again")
                 : busy_response(std::string("nothing is changed: ") + error.what());
    } catch (const std::bad_alloc&) {
      return busy_response("there is not enough memory for this: nothing is changed");
    }
  }

 private:
  Response write(const Saying& saying) {
    const incident::ClockSeconds now = cli::now();
    switch (saying.what) {
      case Saying::What::acknowledge:
        return acknowledge(saying, now);
      case Saying::What::silence:
        return silence(saying, now);
      case Saying::What::end_silence:
        break;
    }
    return end_silence(saying, now);
  }

  ledger::AlertStore& store() {
    if (!store_) {
      store_ = std::make_unique<ledger::AlertStore>(history_);
      store_->set_patience(patience);
    }
    return *store_;
  }

  // Numbers of another stream's incidents may be the same.
  void check_alerts() {
    if (store().follows(stream_)) return;
    refuse(409, stream_.empty() ? "no pos-alert works on this history: run 'pos-alert -b HISTORY --follow'"
                                : "no pos-alert works on this stream of the history: run 'pos-alert -b HISTORY "
                                  "--stream NAME --follow'");
  }

  Response acknowledge(const Saying& saying, incident::ClockSeconds now) {
    const Members said(saying.body, {"author", "comment", "verdict", "replace"});
    const ledger::Remark by{now, verdict_of(said["verdict"]), said.author(), said.words("comment")};
    const bool replaces = said["replace"] == "true";
    check_alerts();
    const auto incident = store().incident(saying.id);
    if (!incident) refuse(404, not_recorded);
    const auto& before = incident->acknowledged;
    if (before && before->author != by.author && !replaces) {
      refuse(409, fmt::format("{} has taken it at {}: send \"replace\":true to take it over",
                              before->author.empty() ? "somebody" : before->author,
                              to_date_time(zone_.local(before->time))));
    }
    const auto stands = store().acknowledge(saying.id, by) ? store().incident(saying.id) : std::nullopt;
    if (!stands || !stands->acknowledged) refuse(404, "the incident is gone");
    const Acknowledgement& taken = *stands->acknowledged;
    std::string body;
    JsonObject(body)
        .number("incident", saying.id)
        .text("acknowledged", to_date_time(zone_.local(taken.time)))
        .text("acknowledged_by", taken.author)
        .text_or_null("verdict", verdict_name(taken.verdict))
        .text("comment", taken.comment)
        .end();
    return text_response(200, "application/json", body + "\n");
  }

  // For how long, by whom and why: the same for all that a body silences.
  Silence silence_of(const Members& said, incident::SilenceWish wish, incident::ClockSeconds now) {
    wish.severity = severity_of(said["severity"]);
    wish.author = said.author();
    wish.comment = said.words("comment");
    if (wish.comment.empty()) refuse(422, "why? Others want to know", "comment");
    const bool until = !said["until"].empty();
    if (until == !said["for"].empty())
      refuse(422, "say for how long: either for (2h) or until (2026-03-10 08:00)", "for");
    const LocalSeconds wall = zone_.local(now);
    if (until) return incident::silence_until(wish, until_of(said["until"], wall), now, wall);
    wish.seconds = seconds_of(said["for"]);
    return *incident::silence_of(wish, now, wall);
  }

  // A silence has to cover all there is of an incident.
  std::vector<Silence> silences_of(const Members& said, incident::ClockSeconds now) {
    incident::SilenceWish wish;
    wish.group = said["key"];
    wish.status = said["status"];
    if (said["incident"].empty()) {
      // An empty variable of a script must not silence everything.
      if (wish.group.empty() && wish.status.empty() && said["severity"].empty())
        refuse(422, "say what: an incident, a status or a key; a status of * is all", "status");
      if (!wish.group.empty() && !incident::may_match_key(wish.group))
        refuse(422, "it can match no key: a key is COLUMN=VALUE, such as merchant=m1 or merchant=m*", "key");
      return {silence_of(said, wish, now)};
    }
    if (!wish.group.empty() || !wish.status.empty())
      refuse(422, "an incident has its statuses and its key: leave out status and key", "incident");
    const auto id = parse_number<std::int64_t>(said["incident"]);
    const auto incident = id ? store().incident(*id) : std::nullopt;
    if (!incident) refuse(404, not_recorded, "incident");
    std::vector<Silence> silences;
    wish.group = pattern_of(incident->group);
    for (const incident::Part& part : incident->parts) {
      wish.status = pattern_of(part.status);
      silences.push_back(silence_of(said, wish, now));
    }
    return silences;
  }

  // A time without a date is the next one.
  LocalSeconds until_of(const std::string& text, LocalSeconds wall) {
    const auto time = read::parse_time(text, zone_);
    if (!time) refuse(422, "it is no time such as 08:00 or 2026-03-10 08:00", "until");
    LocalSeconds until = time->second_of_day;
    if (time->dated()) {
      until += LocalSeconds{time->day} * a_day;
    } else {
      until += cli::day_begin(wall);
      if (until <= wall) until += a_day;
    }
    if (until <= wall) refuse(422, "it is over by now", "until");
    return until;
  }

  void append_silence(std::string& out, std::int64_t id, const Silence& silence) {
    const auto& span = silence.span;
    JsonObject(out)
        .number("silence", id)
        .text("status", silence.status)
        .text("key", silence.group)
        .text_or_null("severity", severity_name(silence.severity))
        .text("begin", to_date_time(zone_.local(silence.begin)))
        .text("end", to_date_time(span ? span->first + span->length : zone_.local(silence.end)))
        .text("by", silence.author)
        .text("comment", silence.comment)
        .end();
  }

  Response silence(const Saying& saying, incident::ClockSeconds now) {
    const Members said(saying.body, {"author", "comment", "incident", "status", "key", "severity", "for", "until"});
    check_alerts();
    const std::vector<Silence> silences = silences_of(said, now);
    const std::vector<std::int64_t> ids = store().add_silences(silences);
    std::string body;
    std::size_t at = 0;
    JsonObject(body)
        .array("silences", silences,
               [&](std::string& out, const Silence& silence) { append_silence(out, ids[at++], silence); })
        .end();
    return text_response(200, "application/json", body + "\n");
  }

  Response end_silence(const Saying& saying, incident::ClockSeconds now) {
    if (!store().end_silence(saying.id, now)) {
      store().has_silence(saying.id) ? refuse(409, "this silence is over already")
                                     : refuse(404, "there is no silence of this number");
    }
    std::string body;
    JsonObject(body).number("silence", saying.id).text("end", to_date_time(zone_.local(now))).end();
    return text_response(200, "application/json", body + "\n");
  }

  std::string history_, stream_;
  read::TimeZone zone_;
  std::unique_ptr<ledger::AlertStore> store_;
};

PeopleDesk::PeopleDesk(const std::string& history, const std::string& stream, const read::TimeZone& zone, Post post,
                       std::function<void()> said)
    : said_(std::move(said)), clerk_(std::make_unique<Clerk>(history, stream, zone)), worker_(std::move(post)) {}

PeopleDesk::~PeopleDesk() = default;

void PeopleDesk::order(Saying saying, Respond respond) {
  if (worker_.waiting() >= most_sayings) return respond(busy_response("too many wait to be written"));
  worker_.give([this, saying = std::move(saying), respond = std::move(respond)] {
    const Response response = clerk_->take(saying);
    worker_.hand_over([this, respond, response] {
      respond(response);
      if (response.status == 200) said_();
    });
  });
}

}  // namespace pos::serve
