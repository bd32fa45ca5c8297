// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include <unistd.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <random>
#include <system_error>

#include "cli/input.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"

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

void find_secrets(std::vector<std::string>& files) {
  for (std::string& file : files) file = absolute(cli::credential(file));
}

void find_files(dispatch::Destinations& destinations, Language language) {
  const std::string& words = destinations.webhook_template;
  if (!words.empty()) destinations.webhook_words.emplace(cli::read_file(words), words, language);
  for (auto* files : {&destinations.webhook_files, &destinations.slack_files}) find_secrets(*files);
  if (!destinations.maildir.empty()) destinations.maildir = absolute(destinations.maildir);
}

}  // namespace

dispatch::Settings settings_of(const Options& options) {
  dispatch::Settings settings = options.channels;
  settings.transport.host = host_name();
  settings.transport.stopped = cli::stop_requested;
  settings.transport.password_file = cli::credential(settings.transport.password_file);
  settings.language = cli::language_of_user(options.language);
  find_secrets(settings.alertmanager_files);
  find_files(settings.own, settings.language);
  for (dispatch::Route& route : settings.routes) find_files(route.destinations, settings.language);
  const std::string& file = options.template_file;
  if (!file.empty()) settings.words.emplace(cli::read_file(file), file);
  return settings;
}

dispatch::Clock clock_of(dispatch::Clock::Of of, const read::TimeZone& zone) {
  return {of, cli::now, [&zone](auto utc) { return zone.local(utc); }};
}

// Not cli::now(), which may stand still.
dispatch::Courier::Outside outside() {
  const auto random = [engine = std::mt19937_64(std::random_device()())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
  return {[] { return std::time(nullptr); }, random, cli::stop_requested,
          [](const std::string& text) { cli::say(tool, text); }};
}

Format log_format(const Options& options) { return options.shape == Shape::ndjson ? Format::ndjson : Format::csv; }

}  // namespace pos::tools
