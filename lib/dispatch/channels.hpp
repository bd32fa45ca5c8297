// SPDX-License-Identifier: MIT
// The channels that are configured: what a notice looks like in each, and the way out.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dispatch/settings.hpp"
#include "notify/channel.hpp"
#include "notify/message.hpp"
#include "notify/notice.hpp"

namespace pos::dispatch {

struct Target {
  std::string channel;    // mail, webhook, slack, exec, maildir; alertmanager
  std::string name;       // an address, a folder, a command, or the file that holds a secret URL
  std::size_t route = 0;  // which of Channels::routes() has it: that says what its messages look like
};

class Channels {
 public:
  // Errors: pos::Error for an address that is none.
  explicit Channels(Settings settings);

  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }
  // They get no messages but those of a test: Alertmanagers shows them what is so.
  [[nodiscard]] std::vector<Target> alertmanagers() const;
  // The first is of the options themselves: everything goes its way.
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
  [[nodiscard]] bool has_routes() const { return routes_.size() > 1; }
  // The options themselves name it, whether a route does too or not.
  [[nodiscard]] static bool is_own(const Target& target) { return target.route == 0; }
  // As the first of its routes has it that matches; nothing: none does. Of a target of a route.
  [[nodiscard]] std::optional<Target> by_route(const Target& target, const incident::Incident& incident) const;
  [[nodiscard]] std::optional<Target> by_route(const Target& target, const incident::Held& held) const;
  // `night, m1`: all routes that name it; empty: none but the options.
  [[nodiscard]] std::string route_names(const Target& target) const;
  [[nodiscard]] const Settings& settings() const { return settings_; }
  // Of Message-IDs.
  [[nodiscard]] std::string domain() const { return std::string(from_.domain()); }

  // The same for all targets of a channel that a route has; nothing: it is not to be told this.
  [[nodiscard]] std::optional<std::string> render(const Target& target, const notify::Notice& notice) const;

  // Those of a webhook, where something may be left out.
  [[nodiscard]] bool has_template(const Target& target) const {
    return target.channel == "webhook" && webhook_words(target.route).has_value();
  }

  // False: this program is not configured to deliver it. A command is run only if it is ours, not
  // because somebody wrote it into a database.
  [[nodiscard]] bool takes(const Target& target) const;

  // Secrets are read now, within the time of a try. Does not throw for what the outside world does.
  [[nodiscard]] notify::Delivery deliver(const Target& target, const std::string& payload,
                                         const notify::Trace& trace = {}) const;

 private:
  void add_targets(std::size_t route);
  void add_target(Target target);
  [[nodiscard]] const std::vector<std::size_t>& routes_of(const Target& target) const;
  template <typename News>
  [[nodiscard]] std::optional<Target> matching(const Target& target, const News& news) const;
  [[nodiscard]] std::unique_ptr<notify::Channel> make_mail(const notify::Trace& trace) const;
  [[nodiscard]] std::unique_ptr<notify::Channel> make(const Target& target, const notify::Trace& trace) const;
  [[nodiscard]] std::string password() const;
  [[nodiscard]] const std::optional<notify::WebhookTemplate>& webhook_words(std::size_t route) const;

  Settings settings_;
  std::vector<Route> routes_;
  notify::Address from_;
  std::vector<notify::MailHeaders> headers_;  // of each route: who is told by one does not read who is by another
  std::vector<Target> targets_;
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> named_by_;  // channel, name: routes
};

}  // namespace pos::dispatch
