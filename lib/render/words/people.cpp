// SPDX-License-Identifier: MIT
#include "render/words/people.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using incident::People;
using incident::Sent;

// A message per address would fill the line.
constexpr std::size_t most_addresses = 3;

std::string minute_text(LocalSeconds time, const Period& period, Language language) {
  return time_text(minute_begin(time), period, language);
}

std::string channel_words(std::string_view channel, const std::string& time, Language language) {
  if (channel == "mail") return trf(language, "mail {}", time);
  if (channel == "slack") return trf(language, "Slack {}", time);
  if (channel == "webhook") return trf(language, "webhook {}", time);
  if (channel == "exec") return trf(language, "command {}", time);
  return trf(language, "mailbox {}", time);
}

// "a@x, b@x and 3 others"
std::string addresses_words(std::vector<std::string> addresses, Language language) {
  const std::size_t others = addresses.size() > most_addresses ? addresses.size() - most_addresses : 0;
  addresses.resize(addresses.size() - others);
  std::string shown = join(addresses, ", ");
  if (others == 0) return shown;
  return trnf(language, "{} and {} other", "{} and {} others", static_cast<std::int64_t>(others), shown, others);
}

// What went out by one channel in one minute.
std::string sent_words(const std::string& channel, const std::string& time, const std::vector<std::string>& addresses,
                       Language language) {
  if (addresses.empty()) return channel_words(channel, time, language);
  return trf(language, "mail {} to {}", time, addresses_words(addresses, language));
}

std::string told_words(const std::vector<Sent>& told, const Period& period, Language language) {
  std::vector<std::string> all;
  for (auto sent = told.begin(); sent != told.end();) {
    const std::string time = minute_text(sent->time, period, language);
    std::vector<std::string> addresses;
    const auto first = sent;
    for (; sent != told.end() && sent->channel == first->channel && minute_text(sent->time, period, language) == time; ++sent)
      if (sent->channel == "mail" && !sent->to.empty()) addresses.push_back(sent->to);
    all.push_back(sent_words(first->channel, time, addresses, language));
  }
  return join(all, ", ");
}

std::string with_comment(const std::string& words, const std::string& comment) {
  return comment.empty() ? words : words + ": " + comment;
}

std::string taken_words(const incident::Acknowledgement& by, const Period& period, Language language) {
  using incident::Verdict;
  const std::string time = minute_text(by.time, period, language);
  const std::string& who = by.author;
  const auto words = [&]() -> std::string {
    switch (by.verdict) {
      case Verdict::true_alarm:
        return who.empty() ? trf(language, "taken {}, a true alarm", time)
                           : trf(language, "taken by {} {}, a true alarm", who, time);
      case Verdict::false_alarm:
        return who.empty() ? trf(language, "taken {}, a false alarm", time)
                           : trf(language, "taken by {} {}, a false alarm", who, time);
      case Verdict::none:
        break;
    }
    return who.empty() ? trf(language, "taken {}", time) : trf(language, "taken by {} {}", who, time);
  }();
  return with_comment(words, by.comment);
}

std::string silence_words(const People& people, const Period& period, Language language) {
  const std::string time = minute_text(*people.silent_until, period, language);
  const std::string& who = people.silenced_by;
  return with_comment(
      who.empty() ? trf(language, "silent until {}", time) : trf(language, "silent until {} by {}", time, who),
      people.silence_comment);
}

}  // namespace

std::string people_words(const People& people, const Period& period, Language language) {
  std::vector<std::string> all;
  if (!people.told.empty()) {
    all.push_back(told_words(people.told, period, language));
  } else if (!people.waiting && !people.failed) {
    all.emplace_back(tr(language, "nobody was told"));
  }
  if (people.waiting) all.emplace_back(tr(language, "a message is on its way"));
  if (people.failed) all.emplace_back(tr(language, "a message could not be delivered"));
  if (people.taken) all.push_back(taken_words(*people.taken, period, language));
  if (people.silent_until) all.push_back(silence_words(people, period, language));
  return join(all, "; ");
}

std::string people_words(const std::optional<incident::PeopleOf>& people, std::int64_t incident, const Period& period,
                         Language language) {
  if (!people) return {};
  const auto at = people->find(incident);
  return people_words(at == people->end() ? People() : at->second, period, language);
}

}  // namespace pos::render
