// SPDX-License-Identifier: MIT
// Notices a stream that has none of the statuses its model or its policy goes by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/model_file.hpp"
#include "pipeline/settings.hpp"

namespace pos::pipeline {

// Of the model's monitor, or of the one that it gets where it has none.
[[nodiscard]] std::string volume_of(const model::Model& model);

// What is missed: with the policy above-normal the model's volume, unless that is the sum of all; with seed the
// statuses that it alerts on, unless `approved` says that the words are English; with forest nothing.
//
// Cost     nothing per row once one of them has come.
class StatusWatch {
 public:
  // `volume`: of the model; volume_of() has it.
  StatusWatch(const std::string& volume, const Settings& settings);

  void push(std::string_view status) {
    if (!done_) count(status);
  }

  // So many rows and none of them that why() should be told, at the end of what is at hand: a file may be grouped by
  // status. It may still be an outage.
  [[nodiscard]] bool misses() const;
  // One has come, or none is wanted: nothing more is to be learnt.
  [[nodiscard]] bool is_settled() const { return done_; }
  // A thousand rows and more, and none of them: nothing was judged as it should be.
  [[nodiscard]] bool is_worthless() const;

  // For people: what is missed, what there is instead, and the cure.
  [[nodiscard]] std::string why() const;

 private:
  void count(std::string_view status);

  bool volume_ = false;              // it is the volume that is missed
  std::vector<std::string> wanted_;  // any of them
  std::vector<std::string> seen_;    // the first few
  std::int64_t rows_ = 0;
  bool done_ = false;  // one has come, or none is wanted
};

}  // namespace pos::pipeline
