// SPDX-License-Identifier: MIT
// Delivery by HTTP POST, to webhooks and to Slack.
#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "notify/channel.hpp"
#include "notify/curl.hpp"
#include "notify/lighter.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_answer = 65'536;
constexpr std::size_t shown_answer = 100;
constexpr std::size_t shortest_secret = 6;  // parts of a URL below that are words such as `hooks`
constexpr std::chrono::seconds longest_patience = std::chrono::hours(24);

struct Answer {
  std::string body;

  // Returning less ends the transfer: nobody reads that much.
  static std::size_t write(char* data, std::size_t size, std::size_t count, void* self) {
    auto& body = static_cast<Answer*>(self)->body;
    const std::size_t bytes = std::min(size * count, max_answer - body.size());
    body.append(data, bytes);
    return bytes;
  }
};

void replace_all(std::string& text, std::string_view secret) {
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + 3)) {
    text.replace(at, secret.size(), "***");
  }
}

class Webhook final : public Channel {
 public:
  explicit Webhook(WebhookSettings settings)
      : settings_(std::move(settings)), url_(parse_url(settings_.url, "webhook")) {
    if (url_.scheme != "http" && url_.scheme != "https") {
      throw Error(Fault::config, "webhook: the URL begins with neither http:// nor https://");
    }
    who_ = url_.scheme + "://" + url_.host + (url_.port.empty() ? "" : ":" + url_.port);
  }

  Delivery deliver(const std::string& payload, const std::string& /*recipient*/) override {
    try {
      Delivery delivery = post(payload);
      const auto lighter =
          delivery.too_much && settings_.takes == WebhookSettings::Takes::slack ? lighter_slack(payload) : std::nullopt;
      return lighter ? post(*lighter) : delivery;
    } catch (const Error& error) {
      return {Delivery::Outcome::retry_later, error.fault(), error.what(), {}};
    }
  }

 private:
  Delivery post(const std::string& payload) const {
    Transfer transfer(settings_.trace, settings_.cacert, settings_.timeout);
    CurlList headers = curl_list("Content-Type: application/json");
    libcurl().slist_append(headers.get(), "Expect:");  // no waiting for 100 Continue
    Answer answer;
    transfer.set(CURLOPT_PROTOCOLS_STR, "http,https");
    transfer.set(CURLOPT_FOLLOWLOCATION, 0L);
    transfer.set(CURLOPT_URL, settings_.url.c_str());
    transfer.set(CURLOPT_USERAGENT, "pos-alert");
    transfer.set(CURLOPT_HTTPHEADER, headers.get());
    transfer.set(CURLOPT_POST, 1L);
    transfer.set(CURLOPT_POSTFIELDS, payload.c_str());
    transfer.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(payload.size()));
    transfer.set(CURLOPT_WRITEFUNCTION, &Answer::write);
    transfer.set(CURLOPT_WRITEDATA, static_cast<void*>(&answer));
    const CURLcode code = transfer.run();
    return judged(transfer, code, answer);
  }

  Delivery judged(const Transfer& transfer, CURLcode code, const Answer& answer) const {
    const long status = transfer.response();
    const bool is_answered = code == CURLE_OK || (code == CURLE_WRITE_ERROR && status != 0);
    if (!is_answered) {
      Delivery delivery = failed(transfer, code, who_);
      delivery.reason = harmless(delivery.reason);
      return delivery;
    }
    if (status >= 200 && status < 300) return {};

    Delivery delivery{Delivery::Outcome::rejected, Fault::unavailable, reason(status, answer), {}};
    if (status >= 500 || status == 408 || status == 425 || status == 429) {
      delivery.outcome = Delivery::Outcome::retry_later;
      delivery.fault = Fault::temporary;
      if (transfer.retry_after() > 0) {
        delivery.retry_after = std::min(std::chrono::seconds(transfer.retry_after()), longest_patience);
      }
    } else if (status == 401 || status == 403) {
      delivery.fault = Fault::permission;
    } else if (status == 400 || status == 413) {
      delivery.too_much = true;
    } else if (status < 400) {
      delivery.fault = Fault::protocol;  // a redirect; a POST with our data goes where it was sent or nowhere
    }
    return delivery;
  }

  std::string reason(long status, const Answer& answer) const {
    // Before it is cut, so that no half of a secret stays.
    const std::string body = printable(trim(harmless(answer.body)), shown_answer);
    return fmt::format("{}: answered {}{}{}", who_, status, body.empty() ? "" : ": ", body);
  }

  // Servers like to quote the path they were asked for, and here it is what makes the URL a secret.
  std::string harmless(std::string text) const {
    if (url_.path.size() >= shortest_secret) replace_all(text, url_.path);
    for (const std::string& part : {url_.path, url_.query, url_.user, url_.password}) {
      std::string_view rest = part;
      while (!rest.empty()) {
        const auto end = rest.find_first_of("/=&");
        const std::string_view piece = rest.substr(0, end);
        if (piece.size() >= shortest_secret) replace_all(text, piece);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      }
    }
    return text;
  }

  WebhookSettings settings_;
  UrlParts url_;
  std::string who_;
};

}  // namespace

std::unique_ptr<Channel> make_webhook(WebhookSettings settings) {
  return std::make_unique<Webhook>(std::move(settings));
}

}  // namespace pos::notify
