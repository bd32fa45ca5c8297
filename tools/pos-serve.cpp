// SPDX-License-Identifier: MIT
// pos-serve: transactions in over HTTP, recommendations out; the page that shows them, live.
#include "cli/run_tool.hpp"
#include "pos-serve/options.hpp"
#include "serve/server.hpp"

int main(int argc, char** argv) {
  using namespace pos;
  tools::Options options;
  cli::Command command(serve::tool,
                       "Score transactions that come over HTTP, and show a page that keeps itself up to date.");
  tools::add_options(command, options);
  command.closing_words(
      "Examples:\n"
      "  pos-serve -m pos.model -b pos.db\n"
      "  curl -H 'Content-Type: text/csv' --data-binary @today.csv http://127.0.0.1:8080/api/score\n"
      "  pos-serve -m pos.model -b pos.db --alert-command 'pos-alert -b pos.db --follow'\n"
      "  pos-serve -m pos.model -b pos.db --listen 0.0.0.0:8080 --token-file token\n"
      "See pos-serve(1), pos-formats(5).");
  return cli::run_tool(command, argc, argv, [&] {
    tools::complete(options);
    serve::run(options.serve);
    return cli::exit_ok;
  });
}
