// SPDX-License-Identifier: MIT
// Delivery to commands and into Maildirs, and secrets from files and commands.
#include <doctest/doctest.h>
#include <unistd.h>

#include "mail_server.hpp"
#include "notify/channel.hpp"
#include "notify/secret.hpp"
#include "sample_notice.hpp"

namespace pos::notify {
namespace {

using Outcome = Delivery::Outcome;

Delivery run(const std::string& command, std::chrono::milliseconds timeout = std::chrono::seconds(20)) {
  return make_exec(command, timeout)->deliver(render_json(sample_notice()), "");
}

TEST_CASE("exec: the command gets the JSON, a line") {
  const TestFolder folder;
  CHECK(run("cat > " + (folder / "got")).outcome == Outcome::sent);
  CHECK(TestFolder::read(folder / "got") == render_json(sample_notice()) + "\n");
}

TEST_CASE("exec: a command that reads nothing is no broken pipe, however long the message") {
  CHECK(make_exec("exit 0", std::chrono::seconds(20))->deliver(std::string(1 << 20, 'x'), "").outcome == Outcome::sent);
}

TEST_CASE("exec: what its status means") {
  const Delivery temporary = run("exit 75");
  CHECK(temporary.outcome == Outcome::retry_later);
  CHECK(temporary.fault == Fault::temporary);
  const Delivery missing = run("exec 2>/dev/null; /nowhere/command");
  CHECK(missing.outcome == Outcome::retry_later);
  CHECK(missing.fault == Fault::unavailable);
  CHECK(missing.reason == "command: exit status 127");
  CHECK(run("kill -9 $$").reason == "command: ended by signal 9");
}

TEST_CASE("exec: when the time is over all that it began is ended") {
  const TestFolder folder;
  const Delivery delivery =
      run("(sleep 2; touch " + (folder / "late") + ") & sleep 60", std::chrono::milliseconds(200));
  CHECK(delivery.outcome == Outcome::retry_later);
  CHECK(delivery.reason == "command: not done in time");
  std::this_thread::sleep_for(std::chrono::milliseconds(2300));
  CHECK_FALSE(std::filesystem::exists(folder / "late"));
}

TEST_CASE("exec, secret command: soon after a signal asked to end, they are ended") {
  const TestFolder folder;
  const Stopped stopped = [&] { return std::filesystem::exists(folder / "begun"); };
  const std::string command = "trap '' TERM; touch " + (folder / "begun") + "; sleep 60";
  const auto begun = std::chrono::steady_clock::now();
  const Delivery delivery = make_exec(command, std::chrono::seconds(20), {}, stopped)->deliver("x", "");
  CHECK(delivery.outcome == Outcome::interrupted);
  CHECK_THROWS_WITH((void)read_secret_command("sleep 60", std::chrono::seconds(20), stopped),
                    "the password command: interrupted");
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));  // and not 40
  // What is done in a moment is done.
  CHECK(make_exec("cat > /dev/null", std::chrono::seconds(20), {}, stopped)->deliver("x", "").outcome == Outcome::sent);
}

TEST_CASE("exec: our files are none of its business") {
  const TestFolder folder;
  const std::ofstream ours(folder / "ours");
  CHECK(run("ls /proc/self/fd | tr '\\n' ' ' > " + (folder / "list")).outcome == Outcome::sent);
  // 3 is the folder that ls lists.
  CHECK(TestFolder::read(folder / "list") == "0 1 2 3 ");
}

TEST_CASE("maildir: made where there is none, one file per message") {
  const TestFolder folder;
  const auto channel = make_maildir(folder / "box", "till/one:two");
  const std::string mail = sample_mail(sample_notice());
  CHECK(channel->deliver(mail, "").outcome == Outcome::sent);
  CHECK(channel->deliver(mail, "").outcome == Outcome::sent);
  const auto stored = folder.contents("box/new");
  REQUIRE(stored.size() == 2);
  std::string with_lf = mail;
  std::erase(with_lf, '\r');
  CHECK(stored[0] == with_lf);
  CHECK(folder.contents("box/tmp").empty());
  CHECK(folder.contents("box/cur").empty());
  for (const auto& entry : std::filesystem::directory_iterator(folder / "box/new")) {
    const std::string name = entry.path().filename().string();
    CHECK(name.ends_with(".till\\057one\\072two"));
    CHECK((entry.status().permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
  }
}

TEST_CASE("maildir: one that cannot be made is told by name") {
  const TestFolder folder;
  folder.write("file", "x");
  const Delivery delivery = make_maildir(folder / "file", "till")->deliver("x", "");
  CHECK(delivery.outcome == Outcome::retry_later);
  CHECK(delivery.fault == Fault::io);
  CHECK(delivery.reason.find("/file") != std::string::npos);
}

// The fault of what `read` throws, and that no secret is in its words.
template <typename Read>
Fault refusal(Read read) {
  try {
    read();
  } catch (const Error& error) {
    CHECK(std::string_view(error.what()).find("s3cret") == std::string_view::npos);
    return error.fault();
  }
  return Fault::internal;
}

TEST_CASE("secret file: the final line end is no part of it") {
  const TestFolder folder;
  CHECK(read_secret_file(folder.write("lf", "s3cret\n")) == "s3cret");
  CHECK(read_secret_file(folder.write("crlf", "s3cret\r\n")) == "s3cret");
  CHECK(read_secret_file(folder.write("none", " s3 cret ")) == " s3 cret ");
  CHECK(read_secret_file(folder.write("0400", "s3cret\n", 0400)) == "s3cret");
}

TEST_CASE("secret file: what is refused") {
  const TestFolder folder;
  const auto fault = [](const std::string& path) { return refusal([&] { (void)read_secret_file(path); }); };
  CHECK(fault(folder.write("group", "s3cret\n", 0640)) == Fault::permission);
  CHECK(fault(folder.write("others", "s3cret\n", 0604)) == Fault::permission);
  CHECK(fault(folder / "nothere") == Fault::no_input);
  CHECK(fault(folder.write("empty", "\n")) == Fault::config);
  CHECK(fault(folder.write("lines", "user\ns3cret\n")) == Fault::config);
  CHECK(fault(folder.write("long", std::string(70'000, 'x'))) == Fault::config);
  CHECK_THROWS_WITH((void)read_secret_file(folder / "group"),
                    ((folder / "group") + ": others can read this secret (mode 0640): chmod 600 it").c_str());
}

TEST_CASE("secret file: of another user, who could change it, is refused") {
  if (geteuid() != 0) return;  // only root gives files away
  const TestFolder folder;
  const std::string path = folder.write("theirs", "s3cret\n");
  REQUIRE(chown(path.c_str(), 65'534, 65'534) == 0);
  CHECK(refusal([&] { (void)read_secret_file(path); }) == Fault::permission);
  CHECK_THROWS_WITH(
      (void)read_secret_file(path),
      (path + ": this secret is another user's, who can change it (uid 65534, not 0): chown it to 0").c_str());
}

TEST_CASE("secret command: first line of what it prints") {
  CHECK(read_secret_command("printf 's3cret\\nuser: ops\\n'") == "s3cret");
  CHECK(read_secret_command("printf s3cret") == "s3cret");
  CHECK(read_secret_command("cat; echo s3cret") == "s3cret");  // nothing to read, nobody to wait for
  // An agent it leaves behind holds its output open.
  CHECK(read_secret_command("sleep 5 & echo s3cret") == "s3cret");
}

TEST_CASE("secret command: what is refused") {
  const auto fault = [](const char* command) {
    return refusal([&] { (void)read_secret_command(command, std::chrono::milliseconds(500)); });
  };
  CHECK(fault("echo s3cret; exit 3") == Fault::config);
  CHECK(fault("true") == Fault::config);
  CHECK(fault("echo") == Fault::config);
  CHECK(fault("yes s3cret") == Fault::config);
  CHECK(fault("sleep 60; echo s3cret") == Fault::temporary);
  CHECK_THROWS_WITH((void)read_secret_command("echo s3cret; exit 3"), "the password command: exit status 3");
}

}  // namespace
}  // namespace pos::notify
