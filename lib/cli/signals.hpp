// SPDX-License-Identifier: MIT
// How a filter ends when it is told to: SIGINT, SIGTERM and SIGHUP finish the row, SIGPIPE is silent.
#pragma once

namespace pos::cli {

// SIGPIPE gets its default back, which a parent may have left ignored. SIGINT, SIGTERM and SIGHUP
// are remembered the first time; the second time they kill.
void handle_signals();

// True once one of them came: input is over.
[[nodiscard]] bool stop_requested();

enum class Wait { readable, idle, stop };
// Waits until `fd` can be read or has ended, a second has passed (idle), or a signal asks to stop. No
// signal slips in between the question and the wait.
[[nodiscard]] Wait wait_readable(int fd);

// Ends the program by the signal that came, as its parent expects; returns if none did.
void end_by_signal();

}  // namespace pos::cli
