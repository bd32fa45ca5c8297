// SPDX-License-Identifier: MIT
// What the engine makes of requests: refused, sent again, several in one call.
#include "serve/engine.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "unit/serve/posted_stream.hpp"

using namespace pos;
using namespace pos::test;
using pos::serve::BodyKind;
using pos::serve::Engine;
using pos::serve::Job;

namespace {

std::string error_of(const Job& job) { return std::to_string(job.status) + ": " + job.answer; }

}  // namespace

TEST_CASE("engine: nothing in, nothing out") {
  PostedStream stream;
  CHECK(error_of(stream.post(BodyKind::json, "[ ]")) == "200: []\n");
  CHECK(error_of(stream.post(BodyKind::json, "\n")) == "200: ");
  CHECK(error_of(stream.post(BodyKind::ndjson, "")) == "200: ");
  CHECK(error_of(stream.post(BodyKind::csv, "")) == "200: ");
  CHECK(error_of(stream.post_csv("")) ==
        "200: time,status,count,score,alert,expected,surprise,severity,"
        "final_decision,reason,recommendation,judged\n");
  CHECK(stream.rows().empty());
}

TEST_CASE("engine: a body with a bad row is refused whole, and says which") {
  PostedStream stream;
  const std::string good = "2026-03-09 00:00,approved,5\n";
  CHECK(error_of(stream.post_csv(good + "\n2026-03-09 00:00,denied,\n2026-03-09 00:00,,1\n")) ==
        "422: {\"error\":\"count is empty\",\"row\":2,\"column\":\"count\",\"errors\":["
        "{\"row\":2,\"column\":\"count\",\"message\":\"count is empty\"},"
        "{\"row\":3,\"column\":\"status\",\"message\":\"status is empty\"}]}\n");
  CHECK(error_of(stream.post_csv(good + good + "noon,denied,1\n"))
            .starts_with("422: {\"error\":\"time 'noon' is not a time\",\"row\":3,\"column\":\"time\","));
  CHECK(error_of(stream.post_csv("1,2\n"))
            .starts_with("422: {\"error\":\"too few cells, the header has 3\",\"row\":1,\"errors\":[{"));
  CHECK(error_of(stream.post(BodyKind::json, R"([{"time":"00:00","status":"denied","count":1.5}])"))
            .starts_with("422: {\"error\":\"count is 1.5, no text and no whole number\",\"row\":1,\"column\":\"count\","));
  CHECK(stream.post(BodyKind::json, R"({"time":"00:00"})").status == 422);
  CHECK(stream.post(BodyKind::json, R"({"time":"00:00","status":"denied","recommendation":"none"})").status == 422);
  CHECK(stream.post(BodyKind::ndjson, "{\"time\":\"00:00\",\"status\":\"denied\"}\n7\n").status == 422);
  CHECK(stream.rows().empty());
}

TEST_CASE("engine: what is no JSON or no CSV of transactions is refused as that") {
  PostedStream stream;
  CHECK(stream.post(BodyKind::json, "time,status").status == 400);
  CHECK(stream.post(BodyKind::json, R"({"time":"00:00",})").status == 400);
  CHECK(stream.post(BodyKind::json, R"([{"time":"00:00","status":"denied"},7])").status == 422);
  CHECK(stream.post(BodyKind::ndjson, "{\"time\":\"00:00\",\"status\":\"denied\"}\n{\"time\n").status == 400);
  CHECK(error_of(stream.post(BodyKind::csv, "a,b\n1,2\n")).starts_with("400: {\"error\":\"body:1: "));
  CHECK(stream.post(BodyKind::csv, "time,status,score\n1,2\n").status == 400);
  CHECK(stream.rows().empty());
}

TEST_CASE("engine: requests of one call are refused each for itself") {
  PostedStream stream;
  stream.start();
  std::vector<Job> jobs(3);
  for (Job& job : jobs) job.body = R"({"time":"2026-03-09 10:00","status":"denied"})";
  jobs[1].body = "{";
  stream.engine->score(jobs, stream.now);
  CHECK(jobs[0].status == 200);
  CHECK(jobs[1].status == 400);
  CHECK(jobs[2].status == 200);
  CHECK(stream.rows().size() == 2);
}

TEST_CASE("engine: a request with a key is scored once, however often it comes") {
  PostedStream stream;
  const std::string rows = "2026-03-09 10:00,denied,5\n2026-03-09 10:00,approved,7\n";
  const Job first = stream.post_csv(rows, "k1");
  CHECK(first.rows == 2);
  stream.post_csv("2026-03-09 10:00,denied,500\n");  // the minute looks different now
  const Job again = stream.post_csv(rows, "k1");
  CHECK(again.status == 200);
  CHECK(again.answer == first.answer);
  CHECK(again.rows == 0);
  stream.start();
  CHECK(stream.post_csv(rows, "k1").answer == first.answer);
  CHECK(stream.rows().size() == 3);
  CHECK(error_of(stream.post_csv("2026-03-09 10:00,denied,6\n", "k1")) ==
        "422: {\"error\":\"Idempotency-Key is that of another request\"}\n");
  CHECK(stream.post_csv(rows, "k2").rows == 2);
  ++stream.now.day;
  ++stream.now.second_of_day;
  CHECK(stream.post_csv(rows, "k1").rows == 2);  // a day later nobody knows
}

TEST_CASE("engine: a key in one call counts once, and a request that was refused leaves it free") {
  PostedStream stream;
  stream.start();
  std::vector<Job> jobs(4);
  for (Job& job : jobs) {
    job.body = R"({"time":"2026-03-09 10:00","status":"denied"})";
    job.key = "k";
  }
  jobs[0].body = "{";
  jobs[3].body = R"({"time":"2026-03-09 10:00","status":"approved"})";
  stream.engine->score(jobs, stream.now);
  CHECK(jobs[0].status == 400);
  CHECK(jobs[1].rows == 1);
  CHECK(jobs[2].rows == 0);
  CHECK(jobs[2].answer == jobs[1].answer);
  CHECK(jobs[3].status == 422);
  CHECK(stream.rows().size() == 1);
}

TEST_CASE("engine: two equal requests are two") {
  PostedStream stream;
  CHECK(stream.post_csv("2026-03-09 00:00,approved,5\n").rows == 1);
  stream.start();
  CHECK(stream.post_csv("2026-03-09 00:00,approved,5\n").rows == 1);
  CHECK(stream.rows().size() == 2);
}

TEST_CASE("engine: the answer is in kind, the row's own bytes first") {
  PostedStream stream;
  const Job object = stream.post(BodyKind::json,
                                 "{ \"time\": \"2026-03-09 00:00\",\n \"status\": \"approved\",\n"
                                 " \"count\": 12, \"x\": 1.10 }\n");
  CHECK(object.answer.starts_with(R"({"time":"2026-03-09 00:00","status":"approved","count":12,"x":1.10,"score":)"));
  CHECK(object.answer.ends_with("\"final_decision\":\"Approve\",\"reason\":null,\"recommendation\":\"none\",\"judged\":true}\n"));
  const Job array = stream.post(BodyKind::json, R"([{"time":"2026-03-09 00:00","status":"denied"},
                                                    {"time":"2026-03-09 00:00","status":"denied"}])");
  CHECK(array.answer.starts_with(R"([{"time":"2026-03-09 00:00","status":"denied","score":)"));
  CHECK(array.answer.find(R"("none","judged":true},{"time")") != std::string::npos);
  CHECK(array.answer.ends_with("\"none\",\"judged\":true}]\n"));
  const Job ndjson = stream.post(BodyKind::ndjson, R"({"time":"2026-03-09 00:00", "status":"denied"})");
  CHECK(ndjson.answer.starts_with(R"({"time":"2026-03-09 00:00", "status":"denied","score":)"));
  CHECK(ndjson.answer.ends_with("\"none\",\"judged\":true}\n"));
  const Job csv = stream.post(BodyKind::csv, "n;time;status\r\n 1;2026-03-09 00:00;\"denied\"\r\n");
  CHECK(
      csv.answer.starts_with("n;time;status;score;alert;expected;surprise;severity;final_decision;reason;"
                             "recommendation;judged\n 1;2026-03-09 00:00;\"denied\";0."));
  CHECK(csv.answer.ends_with(";Approve;;none;true\n"));
}

TEST_CASE("engine: a card number does not get into the history, not with a key either") {
  PostedStream stream;
  const Job job = stream.post(
      BodyKind::json, R"({"time":"2026-03-09 10:00","status":"denied 4111111111111111","pan":4111111111111111})", "k");
  CHECK(job.answer.find("\"pan\":4111111111111111") != std::string::npos);
  stream.engine.reset();
  for (const char* file : {"", "-wal"}) {
    CHECK(bytes_of(stream.settings.history + file).find("4111111111111111") == std::string::npos);
  }
}
