// SPDX-License-Identifier: MIT
// Runs tests/mail/server and tests/mail/webhook-server for one test. Whoever lacks python3-aiosmtpd or
// openssl is told so, and the test passes without having run.
#pragma once

#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "notify/child.hpp"

namespace pos::notify {

// Removed when it goes.
class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "pos-notify-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  std::string write(const std::string& name, const std::string& text, mode_t mode = 0600) const {
    std::ofstream(*this / name, std::ios::binary) << text;
    chmod_to(*this / name, mode);
    return *this / name;
  }
  static std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // Content of the files of a folder, by name.
  [[nodiscard]] std::vector<std::string> contents(const std::string& folder) const {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(*this / folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto& file : files) texts.push_back(read(file.string()));
    return texts;
  }

 private:
  static void chmod_to(const std::string& path, mode_t mode) {
    std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
  }
  std::filesystem::path path_;
};

inline bool runs(const std::string& command) {
  return run_shell(command + " >/dev/null 2>&1", "", ChildOutput::captured, std::chrono::seconds(60)).exited(0);
}

inline bool has_mail_server() {
  static const bool has = runs("/usr/bin/python3 -c 'import aiosmtpd.smtp' && command -v openssl");
  return has;
}

class TestServer {
 public:
  // `program`: of tests/mail, with the options it documents. Its folder is `box` in `folder`.
  TestServer(const TestFolder& folder, const std::string& program, std::vector<std::string> options) {
    std::vector<std::string> words = {"/usr/bin/python3", std::string(POS_MAIL_TESTS) + "/" + program};
    words.insert(words.end(), options.begin(), options.end());
    words.push_back(folder / "box");
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (posix_spawn(&process_, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) {
      throw std::runtime_error("cannot start " + program);
    }
    for (int i = 0; i < 600 && port.empty(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      port = TestFolder::read(folder / "box/port");
    }
    if (!port.empty()) port.pop_back();
  }
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;
  ~TestServer() {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }

  std::string port;

 private:
  pid_t process_ = -1;
};

}  // namespace pos::notify
