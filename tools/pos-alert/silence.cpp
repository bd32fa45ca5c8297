// SPDX-License-Identifier: MIT
#include "silence.hpp"

#include "base/text.hpp"
#include "cli/options.hpp"
#include "read/fields.hpp"

namespace pos::tools {
namespace {

LocalTime parse_begin(const std::string& text, const read::TimeZone& zone) {
  if (const auto date = read::parse_date(text)) return {*date, 0};
  if (const auto time = read::parse_time(text, zone)) return *time;
  cli::misuse("--from: '" + printable(text) + "' is not a time such as 02:00 or '2026-03-10 02:00'");
}

}  // namespace

incident::Silence silence_of(const Options& options, const read::TimeZone& zone, incident::ClockSeconds now) {
  incident::SilenceWish wish = options.silence;
  wish.author = options.author;
  wish.comment = options.comment;
  if (!options.silent_from.empty()) wish.from = parse_begin(options.silent_from, zone);
  const auto silence = incident::silence_of(wish, now, zone.local(now));
  if (!silence) cli::misuse("--from: '" + printable(options.silent_from) + "': all of it is over by now");
  return *silence;
}

}  // namespace pos::tools
