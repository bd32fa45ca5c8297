// SPDX-License-Identifier: MIT
// A file that takes its place when it is whole.
#pragma once

#include <string>

#include "base/error.hpp"
#include "file/descriptor.hpp"

namespace pos::file {

// It is made beside its place as `.NAME.XXXXXX`, written there, and named at the end: nobody ever sees half of it, also
// not after a power cut. Whoever makes it holds a lock on it; what a program that was killed has left, a locked file of
// nobody's that is older than ten minutes, the next one removes that makes a file of this name.
class NewFile {
 public:
  // `path` may be a symbolic link, which then stays one. Mode: that of the file there, else by umask.
  // Errors: pos::Error(Fault::cannot_create), and as system_error() has it.
  explicit NewFile(const std::string& path);
  ~NewFile();  // without take_place() it was nothing
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  [[nodiscard]] int fd() const { return fd_.get(); }
  // Its name until it takes its place.
  [[nodiscard]] const std::string& temporary() const { return temporary_; }

  // An error that tells of it by that name, told by its own.
  [[nodiscard]] Error named(const Error& error) const;

  enum class Place { any, empty };
  // Syncs the file, names it, and syncs its folder. False: Place::empty was wanted, and something has that name.
  // Errors: pos::Error(Fault::cannot_create), and as system_error() has it.
  [[nodiscard]] bool take_place(Place place);

 private:
  std::string name_;  // as it was given, for messages
  std::string path_;
  std::string temporary_;  // empty: it is in place
  Descriptor fd_;
};

}  // namespace pos::file
