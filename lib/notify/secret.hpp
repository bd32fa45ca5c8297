// SPDX-License-Identifier: MIT
// Passwords and secret URLs, from where they may be kept: never an option, never the environment.
#pragma once

#include <chrono>
#include <string>

#include "notify/stopping.hpp"

namespace pos::notify {

// The file's content without its final line end (LF or CR LF).
// Errors: pos::Error that names the file: Fault::permission when others than its owner may read it, its owner is
// neither we nor root, or we may not read it; Fault::no_input when it is not there; Fault::config when it is empty,
// over 64 KiB or more than one line.
[[nodiscard]] std::string read_secret_file(const std::string& path);

// The same for a file of several lines, as it is: it may be empty.
[[nodiscard]] std::string read_secret_lines(const std::string& path);

// First line of what `sh -c command` prints. Its standard input is empty, its errors go to ours.
// Errors: pos::Error: Fault::config for a status other than 0, told without what was printed, for no
// output, and for output over 64 KiB; Fault::temporary when the time is over, or a signal asked to end.
[[nodiscard]] std::string read_secret_command(const std::string& command,
                                              std::chrono::milliseconds timeout = std::chrono::seconds(30),
                                              const Stopped& stopped = {});

// The same of a command that prints an access token of OAuth 2 (RFC 6750). It asks a server that may be down: a status
// other than 0 is Fault::unavailable. Fault::config, too, for a line that is no token.
[[nodiscard]] std::string read_token_command(const std::string& command,
                                             std::chrono::milliseconds timeout = std::chrono::seconds(30),
                                             const Stopped& stopped = {});

}  // namespace pos::notify
