// SPDX-License-Identifier: MIT
#include "base/language.hpp"

#include <doctest/doctest.h>

#include "base/catalogue.hpp"

using namespace pos;

TEST_CASE("language: names of locales and of browsers") {
  CHECK(language_of("pt_BR.UTF-8") == Language::pt);
  CHECK(language_of("pt-BR") == Language::pt);
  CHECK(language_of("en") == Language::en);
  CHECK_FALSE(language_of("C").has_value());
  CHECK_FALSE(language_of("ptolemy").has_value());
}

TEST_CASE("language: a text is its own key, and stays where nobody has translated it") {
  CHECK(tr(Language::pt, "Skip to the numbers") == "Ir para os números");
  CHECK(tr(Language::en, "Skip to the numbers") == "Skip to the numbers");
  CHECK(tr(Language::pt, "no text of ours") == "no text of ours");
  CHECK(tr(Language::pt, "").empty());  // not the catalogue's head
}

TEST_CASE("language: places are filled in") {
  CHECK(trf(Language::pt, "Served by pos-serve of pos-tools {}. Charts in the browser: dygraphs (MIT licence).", "1.0")
            .starts_with("Servido pelo pos-serve do pos-tools 1.0."));
}

TEST_CASE("language: every text of the catalogue is found") {
  const Catalogue catalogue(catalogue_pt());
  REQUIRE(catalogue.size() > 1);
  for (std::size_t i = 1; i < catalogue.size(); ++i) CHECK(catalogue.find(catalogue.text(i)) == catalogue.translation(i));
}

TEST_CASE("language: numbers have the marks of the language") {
  CHECK(in_language(Language::pt, "-12,345.6") == "-12.345,6");
  CHECK(in_language(Language::en, "-12,345.6") == "-12,345.6");
}

TEST_CASE("language: of those that a browser accepts the one it wants most") {
  CHECK(accepted_language("pt-BR,pt;q=0.9,en;q=0.8") == Language::pt);
  CHECK(accepted_language("de, en;q=0.5, pt;q=0.4") == Language::en);
  CHECK(accepted_language("en;q=0.3,pt-BR;q=0.4") == Language::pt);
  CHECK(accepted_language("*") == Language::en);
  CHECK(accepted_language("") == Language::en);
  CHECK(accepted_language("pt;q=nonsense,,;;=") == Language::en);
}
