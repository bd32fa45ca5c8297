// SPDX-License-Identifier: MIT
#include "base/library.hpp"

#include <dlfcn.h>

#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos {

Library::Library(std::string file) : file_(std::move(file)), handle_(dlopen(file_.c_str(), RTLD_LAZY | RTLD_LOCAL)) {
  if (handle_ != nullptr) return;
  const std::string reason = printable(dlerror(), std::string::npos);
  std::string package = file_;  // libcurl.so.4 is in libcurl4 (Debian Policy 8.1)
  if (const auto version = package.rfind(".so."); version != std::string::npos) package.erase(version, 4);
  throw Error(Fault::unavailable, file_ + " is needed (Debian: " + package + "), and does not load: " + reason);
}

void* Library::find(const char* name) const {
  void* found = dlsym(handle_, name);
  if (found == nullptr) throw Error(Fault::unavailable, file_ + " has no " + name + ": it is too old, or too new");
  return found;
}

}  // namespace pos
