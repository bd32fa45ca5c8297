// SPDX-License-Identifier: MIT
// A shared library that is loaded when it is first needed, so that the runs that do without it do not pay for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace pos {

// Stays loaded as long as the process does.
class Library {
 public:
  // `file` is what the loader knows it by, such as libcurl.so.4.
  // Errors: pos::Error(Fault::unavailable), which names it and its package of Debian's.
  explicit Library(std::string file);

  // What the library calls `name`, which is of this type: a pointer to a function or an object.
  // Errors: as above, where there is nothing of that name.
  template <typename Pointer>
  void get(Pointer& pointer, const char* name) const {
    pointer = reinterpret_cast<Pointer>(find(name));
  }

 private:
  [[nodiscard]] void* find(const char* name) const;

  std::string file_;
  void* handle_;
};

// A note in the program, of what `json` tells of a library it loads. Tools for packagers that look for the libraries a
// program needs do not see one without it (https://systemd.io/ELF_DLOPEN_METADATA/; readelf -p .note.dlopen PROGRAM).
template <std::size_t size>
struct LibraryNote {
  std::uint32_t name_size = 4, text_size = size, type = 0x407c0c0a;
  char name[4] = "FDO";
  char text[size];
};

}  // namespace pos

// NOLINTBEGIN(bugprone-macro-parentheses): text in brackets is no initialiser of an array.
#define POS_LIBRARY_NOTE(json)                                                                                    \
  [[gnu::used, gnu::section(".note.dlopen")]] alignas(4) const ::pos::LibraryNote<sizeof(json)> note_of_library { \
    .text = json                                                                                                  \
  }
// NOLINTEND(bugprone-macro-parentheses)
