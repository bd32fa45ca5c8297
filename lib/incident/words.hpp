// SPDX-License-Identifier: MIT
// What is wrong with a status, in the words that mail, report, page and API have in common. Statuses stand as they
// came: whoever shows them makes them harmless.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/language.hpp"
#include "incident/incident.hpp"

namespace pos::incident {

// How far from normal: "4.8x normal", "58 % below normal", "as normal", "not seen"; "far above normal" where less than 0.1
// was expected. Empty where nobody said what was expected, or nothing was and nothing came.
[[nodiscard]] std::string level_words(std::int64_t count, std::optional<double> expected,
                                      Language language = Language::en);

// Of a status from its first alert to its last. Where its alerts are of the other side, or it was as normal on the whole,
// by the window of the alert that surprised most: "at times 1.8x normal".
[[nodiscard]] std::string level_words(const Part& part, Language language = Language::en);

// The side of its alerts, whatever it was on the whole.
[[nodiscard]] bool is_rise(const Part& part);

// "transactions" where it is every_status, "approvals" where the status is the volume and that is `approved`
// (volume_word), else the status.
[[nodiscard]] std::string name_words(const std::string& status, const std::string& volume,
                                     Language language = Language::en);

// "10:17" on the day of `now`, else "2026-03-09 10:17", as date_words() has it.
[[nodiscard]] std::string clock_words(LocalSeconds time, LocalSeconds now, Language language = Language::en);
// "2026-03-09 10:17", in Portuguese "09/03/2026 10:17".
[[nodiscard]] std::string date_words(LocalSeconds time, Language language = Language::en);

// Of a status of an incident, from its first minute to its last: "denied 4.8x normal since 10:17", "approvals 58 %
// below normal since 10:17", "approvals not seen since 10:17"; where there is no level "denied since 10:17".
[[nodiscard]] std::string part_words(const Part& part, const std::string& volume, LocalSeconds now,
                                     Language language = Language::en);

// The same without its begin, and never without a word: "approvals 58 % below normal"; "denied unusual" where there is
// no level, or it says nothing.
[[nodiscard]] std::string what_words(const Part& part, const std::string& volume, Language language = Language::en);

// What is said of an incident of a key begins with that: "merchant=alfa: denied 4.8x normal". Of the whole, nothing.
[[nodiscard]] std::string of_group(const std::string& group, const std::string& words);

}  // namespace pos::incident
