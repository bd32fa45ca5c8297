// SPDX-License-Identifier: MIT
#include "channels.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "base/error.hpp"
#include "cli/input.hpp"
#include "notify/secret.hpp"

namespace pos::tools {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0') return "localhost";
  return name.data();
}

// Whoever delivers it later may stand in another folder.
std::string absolute(const std::string& path) {
  std::error_code failed;
  const auto whole = std::filesystem::absolute(path, failed);
  return failed ? path : whole.lexically_normal().string();
}

notify::Address own_address(const std::string& host) {
  try {
    return notify::parse_address("pos-alert@" + host, "host name");
  } catch (const Error&) {
    return {"", "pos-alert@localhost"};
  }
}

}  // namespace

Channels::Channels(const ChannelOptions& options) : options_(options), host_(host_name()) {
  headers_.from = options.from.empty() ? own_address(host_) : notify::parse_address(options.from, "--from");
  headers_.to = options.to.empty() ? std::vector{headers_.from} : notify::parse_addresses(options.to, "--to");
  if (!options.template_file.empty()) template_.emplace(cli::read_file(options.template_file), options.template_file);
  add_targets();
}

void Channels::add_targets() {
  if (!options_.to.empty()) {
    for (const notify::Address& address : headers_.to) {
      const auto same = [&](const Target& target) { return target.name == address.spec; };
      if (std::none_of(targets_.begin(), targets_.end(), same)) targets_.push_back({"mail", address.spec});
    }
  }
  for (const std::string& file : options_.webhook_files)
    targets_.push_back({"webhook", absolute(cli::credential(file))});
  for (const std::string& file : options_.slack_files) targets_.push_back({"slack", absolute(cli::credential(file))});
  if (!options_.exec.empty()) targets_.push_back({"exec", options_.exec});
  if (!options_.maildir.empty()) targets_.push_back({"maildir", absolute(options_.maildir)});
}

std::string Channels::render(const std::string& channel, const notify::Notice& notice) const {
  if (channel == "slack") return notify::render_slack(notice);
  if (channel == "webhook" || channel == "exec") return notify::render_json(notice);
  return notify::render_mail(notice, headers_, template_ ? *template_ : notify::Template::built_in());
}

bool Channels::takes(const Target& target) const {
  if (target.channel == "mail") return !options_.smtp.empty() && !options_.from.empty();
  if (target.channel == "exec") return target.name == options_.exec;
  return target.channel == "webhook" || target.channel == "slack" || target.channel == "maildir";
}

std::string Channels::password() const {
  if (!options_.password_file.empty()) return notify::read_secret_file(cli::credential(options_.password_file));
  if (!options_.password_command.empty())
    return notify::read_secret_command(options_.password_command, options_.timeout);
  return {};
}

std::unique_ptr<notify::Channel> Channels::make(const Target& target, const notify::Trace& trace) const {
  if (target.channel == "mail") {
    return notify::make_smtp({options_.smtp, options_.user, password(), options_.cacert, headers_.from.spec, host_,
                              options_.timeout, trace});
  }
  if (target.channel == "exec") return notify::make_exec(target.name, options_.timeout, trace);
  if (target.channel == "maildir") return notify::make_maildir(target.name, host_, trace);
  using Takes = notify::WebhookSettings::Takes;
  const Takes takes = target.channel == "slack" ? Takes::slack : Takes::json;
  return notify::make_webhook({notify::read_secret_file(target.name), options_.cacert, options_.timeout, trace, takes});
}

notify::Delivery Channels::deliver(const Target& target, const std::string& payload, const notify::Trace& trace) const {
  try {
    return make(target, trace)->deliver(payload, target.channel == "mail" ? target.name : std::string());
  } catch (const Error& error) {  // a secret that cannot be read, settings that cannot be used
    return {notify::Delivery::Outcome::retry_later, error.fault(), error.what(), std::nullopt};
  }
}

}  // namespace pos::tools
