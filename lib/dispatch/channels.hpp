// SPDX-License-Identifier: MIT
// The channels that are configured: what a notice looks like in each, and the way out.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "dispatch/settings.hpp"
#include "notify/channel.hpp"
#include "notify/message.hpp"
#include "notify/notice.hpp"

namespace pos::dispatch {

struct Target {
  std::string channel;    // mail, webhook, slack, exec, maildir
  std::string name;       // an address, a folder, a command, or the file that holds a secret URL
  std::size_t route = 0;  // which of Channels::routes() has it: that says what its messages look like
};

class Channels {
 public:
  // Errors: pos::Error for an address that is none.
  explicit Channels(Settings settings);

  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }
  // The first is of the options themselves.
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  // Of Message-IDs.
  [[nodiscard]] std::string domain() const { return std::string(from_.domain()); }

  // The same for all targets of a channel that a route has.
  [[nodiscard]] std::string render(const Target& target, const notify::Notice& notice) const;

  // False: this program is not configured to deliver it. A command is run only if it is ours, not
  // because somebody wrote it into a database.
  [[nodiscard]] bool takes(const Target& target) const;

  // Secrets are read now, within the time of a try. Does not throw for what the outside world does.
  [[nodiscard]] notify::Delivery deliver(const Target& target, const std::string& payload,
                                         const notify::Trace& trace = {}) const;

 private:
  void add_targets(std::size_t route);
  void add_target(Target target);
  [[nodiscard]] std::unique_ptr<notify::Channel> make_mail(const notify::Trace& trace) const;
  [[nodiscard]] std::unique_ptr<notify::Channel> make(const Target& target, const notify::Trace& trace) const;
  [[nodiscard]] std::string password() const;

  Settings settings_;
  std::vector<Route> routes_;
  notify::Address from_;
  std::vector<notify::MailHeaders> headers_;  // of each route: who is told by one does not read who is by another
  std::vector<Target> targets_;
};

}  // namespace pos::dispatch
