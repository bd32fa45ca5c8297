// SPDX-License-Identifier: MIT
#include "notify/template.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "notify/message.hpp"

namespace pos::notify {
namespace {

Fields fields() {
  Fields fields;
  fields.texts = {{"status", "den<i>&\"ed'"}, {"lost", ""}, {"host", "till"}, {"reason", "outer"}};
  fields.lists["statuses"] = {{{{"status", "a"}, {"reason", ""}}, {}}, {{{"status", "b"}, {"reason", "why"}}, {}}};
  return fields;
}

std::string text(const std::string& body) { return Template("Subject: x\n\n" + body, "t").text(fields()); }
std::string refusal(const std::string& file) {
  try {
    const Template words(file, "t.txt");
    return words.subject({});
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::config);
    return error.what();
  }
}

TEST_CASE("template: fields are escaped for where they stand") {
  const Template words("Subject: {{ status }} on {{host}}\n\n{{status}}\n---html---\n<b>{{status}}</b>\n", "t");
  CHECK(words.subject(fields()) == "den<i>&\"ed' on till");
  CHECK(words.text(fields()) == "den<i>&\"ed'\n");
  CHECK(words.html(fields()) == "<b>den&lt;i&gt;&amp;&quot;ed&#39;</b>\n");
}

TEST_CASE("template: sections") {
  CHECK(text("{{#host}}yes{{/host}}{{^host}}no{{/host}}\n") == "yes\n");
  CHECK(text("{{#lost}}yes{{/lost}}{{^lost}}no{{/lost}}\n") == "no\n");
  CHECK(text("a{{! never shown }}b\n") == "ab\n");
  // The innermost that has the field.
  CHECK(text("{{#statuses}}{{status}} {{reason}} {{host}};{{/statuses}}\n") == "a  till;b why till;\n");
  // A list within itself is of its element.
  CHECK(text("{{#statuses}}{{#statuses}}{{#statuses}}{{status}};{{/statuses}}{{/statuses}}{{/statuses}}\n") ==
        "a;b;\n");
}

TEST_CASE("template: a tag with a line for itself takes it whole") {
  CHECK(text("1\n  {{#statuses}}  \n- {{status}}\n{{/statuses}}\n2\n") == "1\n- a\n- b\n2\n");
  CHECK(text("{{#lost}}\nno\n{{/lost}}\n1\n") == "1\n");
  CHECK(text("{{host}}\n1\n") == "till\n1\n");  // a field is words
}

TEST_CASE("template: HTML may be left out; line ends may be CR LF") {
  const Template words("\xEF\xBB\xBFSubject: s\r\n\r\na\r\nb\r\n", "t");
  CHECK_FALSE(words.has_html());
  CHECK(words.text({}) == "a\nb\n");
  const Template only_html("Subject: s\n---html---\n<p>\n", "t");
  CHECK(only_html.text({}).empty());
  CHECK(only_html.html({}) == "<p>\n");
}

TEST_CASE("template: mistakes are told by file and line") {
  CHECK(refusal("") == "t.txt:1: the first line is not `Subject: ...`");
  CHECK(refusal("Text\n") == "t.txt:1: the first line is not `Subject: ...`");
  CHECK(refusal("Subject: {{stauts}}\n") == "t.txt:1: there is no field 'stauts'");
  CHECK(refusal("Subject: x\n\nok\n{{host}\n}}\n") == "t.txt:4: {{ is not closed on its line");
  CHECK(refusal("Subject: x\n\n{{#lost}}\n1\n{{bad}}\n{{/lost}}") == "t.txt:5: there is no field 'bad'");
  CHECK(refusal("Subject: x\n1\n{{#lost}}\n\n") == "t.txt:3: {{#lost}} has no {{/lost}}");
  CHECK(refusal("Subject: x\n1\n2{{/lost}}\n") == "t.txt:3: {{/lost}} closes nothing");
  CHECK(refusal("Subject: x\n1\n---html---\n\n<p>{{^}}\n") == "t.txt:5: there is no field ''");
  CHECK(refusal("Subject: x\n\xFF\n") == "t.txt:2: not UTF-8, or a control character");
  std::string deep = "Subject: ";
  for (int i = 0; i < 100'000; ++i) deep += "{{#host}}";
  CHECK(refusal(deep + "\n") == "t.txt:1: sections within sections too deep");
}

TEST_CASE("template: a subject is one line of bounded length") {
  const Template words("Subject:   {{host}}   {{lost}}  {{status}}\n", "t");
  Fields long_fields = fields();
  long_fields.texts["status"] = std::string(5000, 'x');
  CHECK(words.subject(fields()) == "till den<i>&\"ed'");
  CHECK(words.subject(long_fields).size() <= 250);
}

TEST_CASE("template: every field has a value, and the built-in one is whole") {
  const Fields all = notice_fields({});
  for (const auto name : field_names()) {
    CAPTURE(name);
    CHECK((all.texts.contains(name) || all.lists.contains(name) || name == "entry" || name == "more"));
  }
  CHECK(Template::built_in().has_html());
}

}  // namespace
}  // namespace pos::notify
