// SPDX-License-Identifier: MIT
// Numbers keys in the order they were first asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pos::model {

using KeyId = std::uint32_t;

inline constexpr std::size_t max_families = 6;
inline constexpr std::size_t max_keys = 1'000'000;
inline constexpr std::string_view other_key = "(other)";  // the value of all that came later

// Cost     A name is kept once, in 33 bytes (and as many as it has where it has more than 15), and found by a table of
//          4 to 8 bytes a key.
class KeyNames {
 public:
  // Errors   std::invalid_argument for no family, too many, one that has no name or stands there twice.
  explicit KeyNames(std::vector<std::string> families);

  [[nodiscard]] KeyId id(std::size_t family, std::string_view value);
  // As id(), but what is new has this number, the next one: of state. False: it has another one.
  [[nodiscard]] bool restore(std::size_t family, std::string_view value, KeyId number);

  [[nodiscard]] const std::vector<std::string>& families() const { return families_; }
  [[nodiscard]] std::size_t family(KeyId id) const { return family_.at(id); }
  [[nodiscard]] const std::string& name(KeyId id) const { return names_.at(id); }
  [[nodiscard]] std::string_view value(KeyId id) const {
    return std::string_view(names_.at(id)).substr(families_[family_[id]].size() + 1);
  }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  [[nodiscard]] std::size_t place(std::size_t family, std::string_view value) const;
  KeyId add(std::size_t family, std::string_view value);
  void grow();

  std::vector<std::string> families_;
  std::vector<std::string> names_;  // `merchant=m17`
  std::vector<std::uint8_t> family_;
  std::vector<std::uint32_t> table_;  // number + 1 of a key at the place its value says or behind it; 0: free
};

}  // namespace pos::model
