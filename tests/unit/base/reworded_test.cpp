// SPDX-License-Identifier: MIT
#include "base/reworded.hpp"

#include <doctest/doctest.h>

using namespace pos;

namespace {

std::string in_portuguese(std::string_view reason) { return reason_words(Language::pt, reason); }

}  // namespace

TEST_CASE("reworded: a reason is said again of its parts, numbers in the marks of the language") {
  CHECK(in_portuguese("above: 241 in 30 min, 60.5 expected, by chance about once in 3 months") ==
        "acima: 241 em 30 min, 60,5 esperadas; por acaso, cerca de uma vez em 3 meses");
  CHECK(in_portuguese("below: 12 in 30 min, 240 expected, not over yet") ==
        "abaixo: 12 em 30 min, 240 esperadas; ainda não acabou");
  CHECK(in_portuguese("no data since 23:47, 96 expected in 3 min") == "sem dados desde 23:47, 96 esperadas em 3 min");
  CHECK(in_portuguese("below: 12 in 30 min, 240 expected, not over yet; no data since 02:07").ends_with("; sem dados desde 02:07"));
  CHECK(in_portuguese("did not open: nothing since 21:00 yesterday, 412 expected since 09:00") ==
        "não abriu: nada desde 21:00 de ontem, 412 esperadas desde 09:00");
  CHECK(in_portuguese("did not open: nothing since 21:00 3 days ago, 412 expected since 09:00") ==
        "não abriu: nada desde 21:00 de 3 dias atrás, 412 esperadas desde 09:00");
  CHECK(in_portuguese("below: 61 in 30 min, 600 expected, by chance about once a day; taken as normal from now on: 10 % of "
                      "what the week taught") ==
        "abaixo: 61 em 30 min, 600 esperadas; por acaso, cerca de uma vez por dia; considerado normal de agora em diante: "
        "10 % do que a semana ensinou");
}

TEST_CASE("reworded: what is not known stays as it is") {
  CHECK(in_portuguese("somebody said so") == "somebody said so");
  CHECK(in_portuguese("").empty());
  CHECK(reason_words(Language::en, "above: 1 in 2 min, 3 expected, by chance about once a day") ==
        "above: 1 in 2 min, 3 expected, by chance about once a day");
}

TEST_CASE("reworded: places, one or a pair, of those that passed or of all") {
  CHECK(place_words(Language::pt, "merchant=m17 and bin=4: 212 of 260 denied, 31 expected; bin=5: 12 denied, 1.5 expected") ==
        "merchant=m17 e bin=4: 212 de 260 denied, 31 esperadas; bin=5: 12 denied, 1,5 esperadas");
}

TEST_CASE("reworded: how often chance alone makes so much, as reasons say it") {
  CHECK(chance_words(Language::en, 1.08) == "by chance about once in 12 days");
  CHECK(chance_words(Language::en, 28.4) == "by chance less than once in 100 years");
  CHECK(chance_words(Language::pt, 1.08).starts_with("por acaso, "));
}
