// SPDX-License-Identifier: MIT
#include "model/checksum.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

#include "base/error.hpp"
#include "base/hex.hpp"

namespace pos::model {
namespace {

constexpr std::string_view sum_key = "sha256 ";

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

void append_checksum(std::string& text) {
  const std::string sum = sha256_hex(text);
  text.append(sum_key).append(sum).append("\n");
}

std::string_view check_sum(std::string_view text, const std::string& name) {
  const auto before = text.size() < 2 ? std::string_view::npos : text.rfind('\n', text.size() - 2);
  const std::string_view last = text.substr(before + 1);
  if (!last.starts_with(sum_key) || !last.ends_with('\n'))
    throw Error(Fault::bad_data, name + ": the file is cut: it does not end with its checksum");
  const std::string_view covered = text.substr(0, before + 1);
  if (last.substr(sum_key.size(), last.size() - sum_key.size() - 1) != sha256_hex(covered))
    throw Error(Fault::bad_data, name + ": the checksum does not match: the file was damaged or edited");
  return covered;
}

}  // namespace pos::model
