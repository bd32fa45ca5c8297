// SPDX-License-Identifier: MIT
// What webhooks get instead of our own JSON: a file in the language of template.hpp.
//
//   {{! Opsgenie }}
//   Append to URL: {{#resolved}}/{{dedup_key}}/close?identifierType=alias{{/resolved}}
//
//   {"message": "{{#cut 130}}{{subject}}{{/cut}}", "alias": "{{dedup_key}}"}
//
// Comments, and lines `Append to URL:` and `Content-Type:`, each once and in any capitals, may stand first, then an
// empty line; the rest is the body. It is JSON, and facts are escaped for its strings, unless the content type is
// another: then they stand as they are. In what is appended to the URL they are percent-encoded. {{secret NAME}} is
// what the secret file of the webhook has under that name; it is filled in at delivery. A notice for which the body is
// blank goes to nobody.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "notify/notice.hpp"
#include "notify/template.hpp"
#include "notify/webhook_request.hpp"

namespace pos::notify {

class WebhookTemplate {
 public:
  // Tries it on notices of each kind, with all facts, with none of those that may be missing, and with and without each
  // of them, in the language of those to come.
  // Errors: pos::Error(Fault::config), `file:line: what`: as of Template, and for a body that is no JSON, or blank for
  // every notice, and for what no URL can have added.
  WebhookTemplate(std::string_view text, std::string_view file, Language language = Language::en);

  // Nothing: this notice goes to nobody.
  [[nodiscard]] std::optional<WebhookRequest> request(const Notice& notice) const;

 private:
  void take_head(std::string_view& rest, std::string_view file);
  void check_append(const Notice& notice, std::string_view file) const;
  struct Mistake {
    std::int64_t line;
    std::string_view what;
  };
  [[nodiscard]] std::optional<Mistake> fault_of(const Notice& notice, bool& says_something) const;

  TemplateNodes append_, body_;
  std::string content_type_{json_type};
  std::int64_t append_line_ = 0;  // there is none
  std::int64_t body_line_ = 1;
};

}  // namespace pos::notify
