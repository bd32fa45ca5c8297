// SPDX-License-Identifier: MIT
// Who was told of an incident, and who has taken it: one line for people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/language.hpp"
#include "base/record.hpp"
#include "incident/people.hpp"

namespace pos::render {

// "mail 20:13 to ops@example.com; taken by ana 20:15: acquirer informed; silent until 22:00 by ana"; "nobody was told".
// With dates where `period` is longer than a day. Plain text: names and comments stand as they came.
[[nodiscard]] std::string people_words(const incident::People& people, const Period& period,
                                       Language language = Language::en);

// Of the incident of that number; empty where `people` is nothing, so that nobody can say.
[[nodiscard]] std::string people_words(const std::optional<incident::PeopleOf>& people, std::int64_t incident,
                                       const Period& period, Language language = Language::en);

}  // namespace pos::render
