// SPDX-License-Identifier: MIT
#include "base/volume.hpp"

#include <doctest/doctest.h>

using namespace pos;

TEST_CASE("volume: of two spellings the one that has more, and at a draw the usual one") {
  CHECK(choose_volume({{"Approved", 5}, {"approved", 4}, {"denied", 90}}).status == "Approved");
  CHECK(choose_volume({{"Approved", 5}, {"approved", 4}, {"denied", 90}}).rule == VolumeRule::spellings);
  CHECK(choose_volume({{"APPROVED", 5}, {"Approved", 5}, {"approved", 5}}).status == "approved");
  CHECK(choose_volume({{"Approved", 5}, {"denied", 90}}).rule == VolumeRule::approved);
}

TEST_CASE("volume: a stray approved, less than one in a thousand, measures nothing where a status has most") {
  CHECK(choose_volume({{"approved", 1}, {"aprovada", 600}, {"negada", 400}}).status == "aprovada");
  CHECK(choose_volume({{"approved", 1}, {"aprovada", 500}, {"negada", 499}}).status == "approved");
  CHECK(choose_volume({{"approved", 1}, {"aprovada", 400}, {"negada", 400}, {"falha", 400}}).status == "approved");
  CHECK(choose_volume({{"approved", 0}, {"aprovada", 0}}).status == "approved");
}

TEST_CASE("volume: half of all is not more than half") {
  CHECK(choose_volume({{"sale", 5}, {"visit", 5}}).status == every_status);
  CHECK(choose_volume({{"sale", 6}, {"visit", 5}}).status == "sale");
  CHECK(choose_volume({{"sale", 6}, {"visit", 5}}).rule == VolumeRule::most);
  CHECK(choose_volume({}).rule == VolumeRule::sum);
}

TEST_CASE("volume: an approval is counted in English, any other status by its name") {
  CHECK(volume_word("approved", 1) == "approval");
  CHECK(volume_word("Approved", 2) == "approvals");
  CHECK(volume_word("aprovada", 2) == "aprovada");
}
