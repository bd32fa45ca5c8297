// SPDX-License-Identifier: MIT
#include "file/new_file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string_view>

namespace pos::file {
namespace {

constexpr std::string_view random_part = "XXXXXX";
constexpr std::time_t stale_after = 600;  // seconds; a file is locked as soon as it is made

mode_t mode_by_umask() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// `name` is `.NAME.` and what mkostemp() puts there.
bool is_of(std::string_view name, std::string_view begin) {
  const auto is_random = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  return name.starts_with(begin) && name.size() == begin.size() + random_part.size() &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(begin.size()), name.end(), is_random);
}

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

// One of ours that nobody works on.
bool is_stale(const std::string& path, std::time_t now) {
  const Descriptor file(open_file(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  return file.is_open() && fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
         now - status.st_mtime > stale_after && flock(file.get(), LOCK_EX | LOCK_NB) == 0;
}

// What cannot be removed stays: it is in nobody's way. `now` by the clock of the file system.
void remove_stale(const std::string& folder, const std::string& begin, std::time_t now) {
  const std::unique_ptr<DIR, CloseFolder> entries(opendir(folder.c_str()));
  if (!entries) return;
  while (const dirent* entry = readdir(entries.get())) {
    if (!is_of(entry->d_name, begin)) continue;
    const std::string path = (folder == "." ? "" : folder) + entry->d_name;
    if (is_stale(path, now)) unlink(path.c_str());
  }
}

// A new name lasts once the folder is on disk; one that we may not read has to do without.
bool sync_folder(const std::string& path) {
  const Descriptor folder(open_file(folder_of(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return !folder.is_open() || folder.sync();
}

}  // namespace

NewFile::NewFile(const std::string& path) : name_(path), path_(path) {
  char resolved[PATH_MAX];
  if (realpath(path_.c_str(), resolved) != nullptr) path_ = resolved;
  const std::string folder = folder_of(path_);
  const std::string begin = "." + name_of(path_) + ".";
  temporary_ = (folder == "." ? "" : folder) + begin + std::string(random_part);
  fd_ = Descriptor(mkostemp(temporary_.data(), O_CLOEXEC));
  if (!fd_.is_open()) throw system_error(name_, errno, Fault::cannot_create);
  static_cast<void>(flock(fd_.get(), LOCK_EX | LOCK_NB));
  struct stat there {};
  try {
    if (fstat(fd_.get(), &there) == 0) remove_stale(folder, begin, there.st_mtime);
  } catch (...) {  // no memory: what is not made yet has no destructor
    unlink(temporary_.c_str());
    throw;
  }
  const mode_t mode = stat(path_.c_str(), &there) == 0 ? there.st_mode & 07777U : mode_by_umask();
  static_cast<void>(fchmod(fd_.get(), mode));
}

NewFile::~NewFile() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

Error NewFile::named(const Error& error) const {
  std::string message = error.what();
  if (const auto at = message.find(temporary_); at != std::string::npos) message.replace(at, temporary_.size(), name_);
  return {error.fault(), message};
}

bool NewFile::take_place(Place place) {
  if (!fd_.sync()) throw system_error(name_, errno, Fault::io);
  if (place == Place::any) {
    if (rename(temporary_.c_str(), path_.c_str()) != 0) throw system_error(name_, errno, Fault::cannot_create);
  } else {
    if (link(temporary_.c_str(), path_.c_str()) != 0) {
      if (errno == EEXIST) return false;
      throw system_error(name_, errno, Fault::cannot_create);
    }
    unlink(temporary_.c_str());
  }
  temporary_.clear();
  if (!fd_.close() || !sync_folder(path_)) throw system_error(name_, errno, Fault::io);
  return true;
}

}  // namespace pos::file
