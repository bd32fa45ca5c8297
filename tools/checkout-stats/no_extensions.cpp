// SPDX-License-Identifier: MIT
// For the static program alone: SQLite's loader of extensions comes with it, is never turned on, and has the linker warn
// of the dlopen() in it. The linker (--wrap) has it call this instead, which opens nothing.
extern "C" void* __wrap_dlopen(const char*, int) { return nullptr; }  // NOLINT(bugprone-reserved-identifier)
