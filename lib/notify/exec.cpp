// SPDX-License-Identifier: MIT
// Delivery to a command of the user's.
#include <utility>

#include "notify/channel.hpp"
#include "notify/child.hpp"

namespace pos::notify {
namespace {

constexpr int temporary_failure = 75;  // EX_TEMPFAIL of sysexits.h

class Exec final : public Channel {
 public:
  Exec(std::string command, std::chrono::milliseconds timeout, Trace trace, Stopped stopped)
      : command_(std::move(command)), timeout_(timeout), trace_(std::move(trace)), stopped_(std::move(stopped)) {}

  Delivery deliver(const std::string& payload, const std::string& /*recipient*/) override {
    try {
      const ChildResult result = run_shell(command_, payload + "\n", ChildOutput::to_stderr, timeout_, stopped_);
      if (trace_) trace_("* command: " + result.text());
      return judged(result);
    } catch (const Error& error) {
      return {Delivery::Outcome::retry_later, error.fault(), error.what(), {}};
    }
  }

 private:
  // Any status may be mended (a script not there yet), so none is the end: nothing is lost.
  static Delivery judged(const ChildResult& result) {
    if (result.exited(0)) return {};
    if (result.interrupted) return {Delivery::Outcome::interrupted, Fault::temporary, {}, {}};
    const bool is_temporary = result.exited(temporary_failure);
    return {Delivery::Outcome::retry_later,
            is_temporary ? Fault::temporary : Fault::unavailable,
            "command: " + result.text(),
            {}};
  }

  std::string command_;
  std::chrono::milliseconds timeout_;
  Trace trace_;
  Stopped stopped_;
};

}  // namespace

std::unique_ptr<Channel> make_exec(std::string command, std::chrono::milliseconds timeout, Trace trace,
                                   Stopped stopped) {
  return std::make_unique<Exec>(std::move(command), timeout, std::move(trace), std::move(stopped));
}

}  // namespace pos::notify
