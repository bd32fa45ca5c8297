// SPDX-License-Identifier: MIT
// The channels that are configured: what a notice looks like in each, and the way out.
#pragma once

#include <string>
#include <vector>

#include "ledger/outbox.hpp"
#include "notify/channel.hpp"
#include "notify/message.hpp"
#include "notify/notice.hpp"
#include "notify/template.hpp"
#include "options.hpp"

namespace pos::tools {

struct Target {
  std::string channel;  // mail, webhook, slack, exec, maildir
  std::string name;     // an address, a folder, a command, or the file that holds a secret URL
};

class Channels {
 public:
  // Errors: pos::Error for a template that cannot be used.
  explicit Channels(const ChannelOptions& options);

  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }
  [[nodiscard]] const std::string& host() const { return host_; }
  // Of Message-IDs.
  [[nodiscard]] std::string domain() const { return std::string(headers_.from.domain()); }

  // The same for all targets of a channel.
  [[nodiscard]] std::string render(const std::string& channel, const notify::Notice& notice) const;

  // False: this program is not configured to deliver it. A command is run only if it is ours, not
  // because somebody wrote it into a database.
  [[nodiscard]] bool takes(const Target& target) const;

  // Secrets are read now. Does not throw for what the outside world does.
  [[nodiscard]] notify::Delivery deliver(const Target& target, const std::string& payload,
                                         const notify::Trace& trace = {}) const;

 private:
  void add_targets();
  [[nodiscard]] std::unique_ptr<notify::Channel> make(const Target& target, const notify::Trace& trace) const;
  [[nodiscard]] std::string password() const;

  const ChannelOptions& options_;
  std::string host_;
  notify::MailHeaders headers_;
  std::optional<notify::Template> template_;  // none: the built-in one
  std::vector<Target> targets_;
};

}  // namespace pos::tools
