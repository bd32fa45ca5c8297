// SPDX-License-Identifier: MIT
#include "dispatch/channels.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "notify/secret.hpp"

namespace pos::dispatch {
namespace {

notify::Address own_address(const std::string& host) {
  try {
    return notify::parse_address("pos-alert@" + host, "host name");
  } catch (const Error&) {
    return {"", "pos-alert@localhost"};
  }
}

}  // namespace

Channels::Channels(Settings settings) : settings_(std::move(settings)) {
  const Settings& s = settings_;
  headers_.from = s.from.empty() ? own_address(s.host) : notify::parse_address(s.from, "--from");
  headers_.to = s.to.empty() ? std::vector{headers_.from} : notify::parse_addresses(s.to, "--to");
  add_targets();
}

void Channels::add_targets() {
  if (!settings_.to.empty()) {
    for (const notify::Address& address : headers_.to) {
      const auto same = [&](const Target& target) { return target.name == address.spec; };
      if (std::none_of(targets_.begin(), targets_.end(), same)) targets_.push_back({"mail", address.spec});
    }
  }
  for (const std::string& file : settings_.webhook_files) targets_.push_back({"webhook", file});
  for (const std::string& file : settings_.slack_files) targets_.push_back({"slack", file});
  if (!settings_.exec.empty()) targets_.push_back({"exec", settings_.exec});
  if (!settings_.maildir.empty()) targets_.push_back({"maildir", settings_.maildir});
}

std::string Channels::render(const std::string& channel, const notify::Notice& notice) const {
  if (channel == "slack") return notify::render_slack(notice);
  if (channel == "webhook" || channel == "exec") return notify::render_json(notice);
  return notify::render_mail(notice, headers_, settings_.words ? *settings_.words : notify::Template::built_in(notice.language));
}

bool Channels::takes(const Target& target) const {
  if (target.channel == "mail") return !settings_.smtp.empty() && !settings_.from.empty();
  if (target.channel == "exec") return target.name == settings_.exec;
  return target.channel == "webhook" || target.channel == "slack" || target.channel == "maildir";
}

std::string Channels::password() const {
  if (!settings_.password_file.empty()) return notify::read_secret_file(settings_.password_file);
  if (!settings_.password_command.empty())
    return notify::read_secret_command(settings_.password_command, settings_.timeout, settings_.stopped);
  return {};
}

std::unique_ptr<notify::Channel> Channels::make_mail(const notify::Trace& trace) const {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + settings_.timeout;
  const std::string secret = password();
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
  return notify::make_smtp({settings_.smtp, settings_.user, secret, settings_.cacert, headers_.from.spec,
                            settings_.host, std::max(left, std::chrono::milliseconds(1000)), trace, settings_.stopped});
}

std::unique_ptr<notify::Channel> Channels::make(const Target& target, const notify::Trace& trace) const {
  if (target.channel == "mail") return make_mail(trace);
  if (target.channel == "exec") return notify::make_exec(target.name, settings_.timeout, trace, settings_.stopped);
  if (target.channel == "maildir") return notify::make_maildir(target.name, settings_.host, trace);
  using Takes = notify::WebhookSettings::Takes;
  const Takes takes = target.channel == "slack" ? Takes::slack : Takes::json;
  return notify::make_webhook(
      {notify::read_secret_file(target.name), settings_.cacert, settings_.timeout, trace, takes, settings_.stopped});
}

notify::Delivery Channels::deliver(const Target& target, const std::string& payload, const notify::Trace& trace) const {
  try {
    return make(target, trace)->deliver(payload, target.channel == "mail" ? target.name : std::string());
  } catch (const Error& error) {
    if (settings_.stopped && settings_.stopped())  // a password command that had to end
      return {notify::Delivery::Outcome::interrupted, error.fault(), {}, std::nullopt};
    // A secret that cannot be read, settings that cannot be used.
    return {notify::Delivery::Outcome::retry_later, error.fault(), error.what(), std::nullopt};
  }
}

}  // namespace pos::dispatch
