// SPDX-License-Identifier: MIT
#include "dispatch/channels.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "notify/alertmanager.hpp"
#include "notify/secret.hpp"
#include "notify/webhook_secret.hpp"

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
  const Transport& how = settings_.transport;
  from_ = how.from.empty() ? own_address(how.host) : notify::parse_address(how.from, "--from");
  routes_ = settings_.routes;
  routes_.insert(routes_.begin(), Route{{}, settings_.own});
  for (std::size_t route = 0; route < routes_.size(); ++route) add_targets(route);
  for (const Target& target : alertmanagers()) named_by_[{target.channel, target.name}].push_back(target.route);
}

void Channels::add_targets(std::size_t route) {
  const Destinations& all = routes_[route].destinations;
  headers_.push_back({from_, all.to.empty() ? std::vector{from_} : notify::parse_addresses(all.to, "--to")});
  if (!all.to.empty()) {
    for (const notify::Address& address : headers_.back().to) add_target({"mail", address.spec, route});
  }
  for (const std::string& file : all.webhook_files) add_target({"webhook", file, route});
  for (const std::string& file : all.slack_files) add_target({"slack", file, route});
  if (!all.exec.empty()) add_target({"exec", all.exec, route});
  if (!all.maildir.empty()) add_target({"maildir", all.maildir, route});
}

// One that is named twice is one.
void Channels::add_target(Target target) {
  std::vector<std::size_t>& routes = named_by_[{target.channel, target.name}];
  routes.push_back(target.route);
  if (routes.size() == 1) targets_.push_back(std::move(target));
}

const std::vector<std::size_t>& Channels::routes_of(const Target& target) const {
  return named_by_.at({target.channel, target.name});
}

template <typename News>
std::optional<Target> Channels::matching(const Target& target, const News& news) const {
  for (const std::size_t route : routes_of(target)) {
    if (routes_[route].conditions.match(news)) return Target{target.channel, target.name, route};
  }
  return std::nullopt;
}

std::optional<Target> Channels::by_route(const Target& target, const incident::Incident& incident) const {
  return matching(target, incident);
}

std::optional<Target> Channels::by_route(const Target& target, const incident::Held& held) const {
  return matching(target, held);
}

std::string Channels::route_names(const Target& target) const {
  std::vector<std::string> names;
  for (const std::size_t route : routes_of(target)) {
    if (route != 0) names.push_back(routes_[route].name);
  }
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return join(names, ", ");
}

const std::optional<notify::WebhookTemplate>& Channels::webhook_words(std::size_t route) const {
  const auto& words = routes_.at(route).destinations.webhook_words;
  return words ? words : settings_.own.webhook_words;
}

std::vector<Target> Channels::alertmanagers() const {
  std::vector<Target> targets;
  for (const std::string& file : settings_.alertmanager_files) targets.push_back({"alertmanager", file});
  return targets;
}

std::optional<std::string> Channels::render(const Target& target, const notify::Notice& notice) const {
  if (target.channel == "webhook" && webhook_words(target.route)) {
    const auto request = webhook_words(target.route)->request(notice);
    return request ? std::optional(notify::payload_of(*request)) : std::nullopt;
  }
  if (target.channel == "slack") return notify::render_slack(notice);
  if (target.channel == "alertmanager") return notify::render_test_alert(notice);
  if (target.channel == "webhook" || target.channel == "exec") return notify::render_json(notice);
  const auto& words = settings_.words ? *settings_.words : notify::Template::built_in(notice.language);
  return notify::render_mail(notice, headers_.at(target.route), words);
}

bool Channels::takes(const Target& target) const {
  const Transport& how = settings_.transport;
  if (target.channel == "mail") return !how.smtp.empty() && !how.from.empty();
  const auto runs = [&](const Route& route) { return route.destinations.exec == target.name; };
  if (target.channel == "exec") return std::any_of(routes_.begin(), routes_.end(), runs);
  return target.channel == "webhook" || target.channel == "slack" || target.channel == "maildir";
}

std::string Channels::password() const {
  const Transport& how = settings_.transport;
  if (!how.password_file.empty()) return notify::read_secret_file(how.password_file);
  if (!how.password_command.empty()) return notify::read_secret_command(how.password_command, how.timeout, how.stopped);
  return {};
}

std::unique_ptr<notify::Channel> Channels::make_mail(const notify::Trace& trace) const {
  const Transport& how = settings_.transport;
  const auto end = std::chrono::steady_clock::now() + how.timeout;
  const std::string secret = password();
  const std::string token = how.token_command.empty()
                                ? std::string()
                                : notify::read_token_command(how.token_command, how.timeout, how.stopped);
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
  return notify::make_smtp({how.smtp, how.user, secret, how.cacert, from_.spec, how.host,
                            std::max(left, std::chrono::milliseconds(1000)), trace, how.stopped, token});
}

std::unique_ptr<notify::Channel> Channels::make(const Target& target, const notify::Trace& trace) const {
  const Transport& how = settings_.transport;
  if (target.channel == "mail") return make_mail(trace);
  if (target.channel == "exec") return notify::make_exec(target.name, how.timeout, trace, how.stopped);
  if (target.channel == "maildir") return notify::make_maildir(target.name, how.host, trace);
  using Takes = notify::WebhookSettings::Takes;
  const Takes takes = target.channel == "slack" ? Takes::slack : Takes::json;
  notify::WebhookSecret secret = notify::read_webhook_secret(target.name);
  if (target.channel == "alertmanager") secret.url = notify::alerts_url(std::move(secret.url));
  return notify::make_webhook(
      {std::move(secret.url), how.cacert, how.timeout, trace, takes, how.stopped, std::move(secret.proof)});
}

notify::Delivery Channels::deliver(const Target& target, const std::string& payload, const notify::Trace& trace) const {
  const Transport& how = settings_.transport;
  try {
    return make(target, trace)->deliver(payload, target.channel == "mail" ? target.name : std::string());
  } catch (const Error& error) {
    if (how.stopped && how.stopped())  // a password command that had to end
      return {notify::Delivery::Outcome::interrupted, error.fault(), {}, std::nullopt};
    // A secret that cannot be read, settings that cannot be used.
    return {notify::Delivery::Outcome::retry_later, error.fault(), error.what(), std::nullopt};
  }
}

}  // namespace pos::dispatch
