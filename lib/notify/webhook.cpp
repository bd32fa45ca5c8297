// SPDX-License-Identifier: MIT
// Delivery by HTTP POST, to webhooks and to Slack.
#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/percent.hpp"
#include "base/text.hpp"
#include "notify/channel.hpp"
#include "notify/curl.hpp"
#include "notify/lighter.hpp"
#include "notify/webhook_request.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_answer = 65'536;
constexpr std::size_t shown_answer = 100;
constexpr std::chrono::seconds longest_patience = std::chrono::hours(1);
constexpr std::chrono::milliseconds least_second{1000};

// What an operator can do about an answer that does not get better by itself.
std::string_view cure(long status) {
  switch (status) {
    case 400:
    case 415:
    case 422:
      return "it does not take what pos-alert sends: see what it wants";
    case 401:
    case 403:
    case 407:
      return "it does not let pos-alert in: renew the URL or its token";
    case 404:
    case 410:
      return "nobody is there any more: make a new URL";
    case 405:
      return "it takes no POST: is the URL right?";
    case 413:
      return "too large for it: raise its limit";
    default:
      return status < 400 ? "it has moved: write the new URL into the file" : "is the URL right?";
  }
}

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
      const auto end = Clock::now() + settings_.timeout;
      WebhookRequest request = request_of(payload);
      if (const auto missing = fill_in(request, settings_.proof.secrets))
        return {Delivery::Outcome::retry_later, Fault::config, lacks(*missing), {}};
      Delivery delivery = post(request, settings_.timeout);
      const auto lighter =
          delivery.too_much && settings_.takes == WebhookSettings::Takes::slack ? lighter_slack(payload) : std::nullopt;
      // Both have the time of one.
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
      return lighter && left >= least_second ? post(request_of(*lighter), left) : delivery;
    } catch (const Error& error) {
      return {Delivery::Outcome::retry_later, error.fault(), error.what(), {}};
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  static std::string lacks(const std::string& secret) {
    return fmt::format("the template wants a line `secret {} VALUE` in this file", printable(secret));
  }

  Delivery post(const WebhookRequest& request, std::chrono::milliseconds timeout) const {
    const std::string& payload = request.body;
    const std::string url = request.append.empty() ? settings_.url : joined_url(settings_.url, request.append);
    Transfer transfer(settings_.trace, settings_.stopped, settings_.cacert, timeout);
    hide_secrets(transfer);
    const CurlList headers = headers_for(request);
    Answer answer;
    transfer.set(CURLOPT_PROTOCOLS_STR, "http,https");
    transfer.set(CURLOPT_FOLLOWLOCATION, 0L);
    transfer.set(CURLOPT_URL, url.c_str());
    transfer.set(CURLOPT_USERAGENT, "pos-alert");
    transfer.set(CURLOPT_HTTPHEADER, headers.get());
    transfer.set(CURLOPT_POST, 1L);
    transfer.set(CURLOPT_POSTFIELDS, payload.c_str());
    transfer.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(payload.size()));
    transfer.set(CURLOPT_WRITEFUNCTION, &Answer::write);
    transfer.set(CURLOPT_WRITEDATA, static_cast<void*>(&answer));
    const auto is_accepted = [&] { return transfer.response() / 100 == 2; };
    const CURLcode code = transfer.run(is_accepted);
    return judged(transfer, code, answer);
  }

  CurlList headers_for(const WebhookRequest& request) const {
    CurlList list = curl_list("Expect:");  // no waiting for 100 Continue
    const WebhookProof& proof = settings_.proof;
    const auto add = [&](const std::string& line) {
      if (libcurl().slist_append(list.get(), line.c_str()) == nullptr) throw std::bad_alloc();
    };
    const auto is_type = [](const HttpHeader& header) { return same_header(header.name, "Content-Type"); };
    if (std::none_of(proof.headers.begin(), proof.headers.end(), is_type)) add("Content-Type: " + request.content_type);
    for (const HttpHeader& header : proof.headers) add(header.name + ": " + header.value);
    if (!proof.signed_by.empty()) add(proof.signed_by + ": " + signature_of(request.body, proof.key));
    return list;
  }

  Delivery judged(const Transfer& transfer, CURLcode code, const Answer& answer) const {
    // The status line is the answer: a body that is cut, slow or garbled takes nothing of it back.
    const long status = transfer.response();
    if (status < 200) {
      Delivery delivery = failed(transfer, code, who_);
      delivery.reason = transfer.without_hidden(delivery.reason);
      return delivery;
    }
    if (status < 300) return {};

    const bool passes = status >= 500 || status == 408 || status == 425 || status == 429;
    Delivery delivery{Delivery::Outcome::retry_later, fault_of(status), reason(transfer, answer), {}};
    delivery.too_much = status == 400 || status == 413 || status == 422;
    if (passes) {
      delivery.fault = Fault::temporary;
      if (transfer.retry_after() > 0) {
        delivery.retry_after = std::min(std::chrono::seconds(transfer.retry_after()), longest_patience);
      }
    } else {
      delivery.reason += fmt::format("; {}", cure(status));
    }
    return delivery;
  }

  // Of an answer that somebody has to mend. A redirect is one: a POST with our data goes where it was sent or nowhere.
  static Fault fault_of(long status) {
    if (status < 400) return Fault::protocol;
    return status == 401 || status == 403 || status == 407 ? Fault::permission : Fault::config;
  }

  std::string reason(const Transfer& transfer, const Answer& answer) const {
    const std::string whole = transfer.without_hidden(answer.body);
    const std::string body = printable(trim(whole), shown_answer);
    return fmt::format("{}: answered {}{}{}", who_, transfer.response(), body.empty() ? "" : ": ", body);
  }

  // Servers like to quote the path they were asked for, and here it is what makes the URL a secret.
  void hide_secrets(Transfer& transfer) const {
    transfer.hide(url_.path);
    for (const std::string& part : {url_.path, url_.query, url_.user, url_.password}) {
      std::string_view rest = part;
      while (!rest.empty()) {
        const auto end = rest.find_first_of("/=&");
        transfer.hide(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      }
    }
    for (const HttpHeader& header : settings_.proof.headers) {
      if (same_header(header.name, "Content-Type")) continue;
      transfer.hide(header.value);
      transfer.hide(
          std::string_view(header.value).substr(header.value.rfind(' ') + 1));  // of `Bearer TOKEN`; npos + 1 is 0
    }
    transfer.hide(settings_.proof.key);
    for (const NamedSecret& secret : settings_.proof.secrets) {
      transfer.hide(secret.value);
      transfer.hide(percent_encoded(secret.value));
    }
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
