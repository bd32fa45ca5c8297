// SPDX-License-Identifier: MIT
#include "checkout/cause_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/volume.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

// A whole number with its thousands apart.
std::string count_text(double count, Language language) {
  std::string digits = fmt::format("{:.0f}", count);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return in_language(language, digits);
}

std::string status_text(double count, const std::string& status, Language language) {
  return count_text(count, language) + " " + printable(status);
}

std::string volume_text(double count, const Transactions& transactions, Language language) {
  if (transactions.volume == every_status) return trf(language, "{} transactions", count_text(count, language));
  return status_text(count, transactions.volume, language);
}

// What a status stands for, where its name is one that everybody knows; else nothing.
std::string_view hint_of(const std::string& status) {
  const std::string name = fold_name(status);
  if (name == "denied" || name == "declined") return marked("the issuers deny, or a rule before them");
  if (name == "failed") return marked("payments fail on their way: the network, the acquirer or the terminals");
  if (name == "reversed" || name == "backend_reversed")
    return marked("payments are undone after they were made: the line is slow or breaks, or the back end does");
  return "";
}

std::string silent_text(const HoursSum& sum, Language language) {
  std::string text;
  if (sum.last_silent - sum.first_silent + 1 == sum.silent) {
    text = trf(language, "nothing of any status came from {} to {}", clock_text(sum.first_silent),
               clock_text(sum.last_silent + 1));
  } else {
    text = trf(language, "nothing of any status came in {} of {} minutes, from {} on", sum.silent, sum.minutes,
               clock_text(sum.first_silent));
  }
  return text + ": " + trf(language, "the terminals, the line, or what collects the transactions was down");
}

std::string closed_text(const HoursSum& sum, const Transactions& transactions, Language language) {
  std::string text;
  if (transactions.came.none()) {
    text = trf(language, "nothing of any status came all day");
  } else if (!came_between(transactions, sum.last_silent + 1, minutes_of_day)) {
    text = trf(language, "nothing of any status came from {} to the end of the day", clock_text(sum.first_silent));
    if (transactions.ends) text += trf(language, ", nor later: the history ends there");
  } else {
    text = trf(language, "nothing of any status came before {}", clock_text(sum.last_silent + 1));
  }
  return text + ": " + trf(language, "closed, or the line was down all that time");
}

std::string rise_text(const HoursSum& sum, Language language) {
  const Rise& rise = sum.rises.front();
  std::string text =
      trf(language, "{} {}, {} of all transactions, where {} are usual", count_text(rise.count, language),
          printable(rise.status), percent(rise.count, sum.all, language), percent(rise.usual_share, 1, language));
  const std::string_view hint = hint_of(rise.status);
  if (!hint.empty()) text += ": " + std::string(tr(language, hint));
  std::vector<std::string> more;
  for (std::size_t i = 1; i < sum.rises.size(); ++i)
    more.push_back(count_text(sum.rises[i].count, language) + " " + printable(sum.rises[i].status));
  if (!more.empty()) text += "; " + trf(language, "more than usual as well: {}", list(more, language));
  return text;
}

std::string usual_text(const HoursSum& sum, const Transactions& transactions, bool low, Language language) {
  std::string text = sum.usual_volume
                         ? trf(language, "transactions came as usual: {}, {} expected, and no status out of proportion",
                               volume_text(sum.volume, transactions, language), count_text(*sum.usual_volume, language))
                         : trf(language, "transactions came: {}, and no status out of proportion",
                               volume_text(sum.volume, transactions, language));
  text += ": ";
  return text + (low ? trf(language,
                           "payments worked; look at the shop: customers, prices, doors, or how its sales are counted")
                     : trf(language, "look at how the sales are counted"));
}

std::string main_text(Cause cause, const HoursSum& sum, const Transactions& transactions, bool low, Language language) {
  const std::string volume = volume_text(sum.volume, transactions, language);
  const std::string usual = count_text(sum.usual_volume.value_or(0), language);
  switch (cause) {
    case Cause::silent:
      return silent_text(sum, language);
    case Cause::closed:
      return closed_text(sum, transactions, language);
    case Cause::rise:
      return rise_text(sum, language);
    case Cause::missing:
      return trf(
          language,
          "{} where {} are usual, while other statuses came as usual: the payments themselves do not get through",
          volume, usual);
    case Cause::fewer:
      return trf(language,
                 "{} where {} are usual, and all other statuses with them: fewer customers (prices, doors, weather, a "
                 "holiday)",
                 volume, usual);
    case Cause::more:
      return trf(language,
                 "{} where {} are usual, and no status out of proportion: more customers (a promotion, an event)",
                 volume, usual);
    case Cause::usual:
      return usual_text(sum, transactions, low, language);
    case Cause::unknown:
    case Cause::event:
      break;
  }
  return trf(language, "too few transactions at this time of the day to tell");
}

}  // namespace

std::string clock_text(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

// Gaps that do not explain the hours are told behind what does.
std::string cause_text(Cause cause, const HoursSum& sum, const Transactions& transactions, bool low,
                       Language language) {
  std::string text = main_text(cause, sum, transactions, low, language);
  if (sum.silent == 0 || cause == Cause::silent || cause == Cause::closed) return text;
  return text + "; " + trf(language, "nothing at all came in {} of {} minutes", sum.silent, sum.minutes);
}

std::string unknown_text(const std::vector<int>& hours, const Transactions& transactions, Language language) {
  if (hours.back() * 60 + 60 <= transactions.from)
    return trf(language, "the history begins later, at {}", clock_text(transactions.from));
  return trf(language, "the history ends before, at {}", clock_text(transactions.to));
}

std::string evidence_text(int hour, const HoursSum& sum, const Transactions& transactions, Language language) {
  std::vector<std::pair<double, std::string>> counts;
  for (const auto& [status, count] : transactions.day.hours[static_cast<std::size_t>(hour)]) {
    if (count > 0) counts.emplace_back(-count, status);
  }
  std::sort(counts.begin(), counts.end());
  std::vector<std::string> items;
  for (const auto& [count, status] : counts) items.push_back(status_text(-count, status, language));
  if (items.empty()) return trf(language, "no transaction");
  std::string text = join(items, ", ");
  if (sum.silent > 0) return text + trf(language, "; nothing in {} of {} minutes", sum.silent, sum.minutes);
  return sum.minutes < 60 ? text + trf(language, "; the history has {} of 60 minutes", sum.minutes) : text;
}

bool came_between(const Transactions& transactions, int from, int to) {
  for (int minute = from; minute < to; ++minute) {
    if (transactions.came[static_cast<std::size_t>(minute)]) return true;
  }
  return false;
}

}  // namespace pos::checkout
