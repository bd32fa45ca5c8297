// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <cstdint>

namespace pos::tools {

void add_options(cli::Command& command, Options& options) {
  auto& forest = options.training.forest;
  cli::add_input_options(command, options.input);
  cli::add_db_option(command, options.history, "Train on what pos-score or pos-serve have stored");
  cli::add_stream_option(command, options.stream, "Stream of the history to train on");
  cli::add_text(command, "-s,--since", options.since, "TIME", "With -b: begin, as of pos-report, such as -28d");
  cli::add_text(command, "-u,--until", options.until, "TIME",
                "With -b: end, which is not part of it; a day: its begin");
  cli::add_model_option(command, options.model, "Write the model to FILE, complete or not at all");
  cli::add_volume_option(command, options.training.volume,
                         "Status that measures business (default: approved, else the one with most transactions)");
  cli::add_events_option(command, options.events);
  command.text("--by", options.by, "Watch each value of these columns, too, such as merchant,acquirer").type("LIST");
  cli::add_number<std::size_t>(command, "--trees", forest.trees, 1, 10'000, "Trees of the isolation forest");
  cli::add_number<std::size_t>(command, "--sample-size", forest.sample_size, 2, 1'000'000,
                               "Rows each tree is grown on");
  cli::add_number<std::uint64_t>(command, "--seed", forest.seed, 0, UINT64_MAX, "Seed of all that is random");
  cli::add_number(command, "--contamination", options.training.contamination, 1e-6, 0.5,
                  "Share of training rows that may score as alerts");
  cli::add_number(command, "--holdout", options.training.holdout, 0.0, 0.9,
                  "Share of rows held out for the forest's report; 0: none");
  command.text("--test", options.test, "Report on the labelled rows of FILE").type("FILE");
  command.text("--report", options.report, "Write the report to FILE as JSON instead of to stderr as text")
      .type("FILE");
  command.text("--inspect", options.inspect, "Describe a model as JSON and write nothing").type("MODEL");
  cli::add_language_option(command, options.language, "Language of what is told (default: the locale's)");
  cli::add_common_options(command, options.common);
  cli::add_verbose_option(command, options.common,
                          "Say on stderr how many rows each file held, and report on the forest");
  command.closing_words(
      "Examples:\n"
      "  pos-train -m pos.model january.csv february.csv\n"
      "  pos-train -m pos.model -b pos.db -s -28d -u today\n"
      "  pos-train --inspect pos.model\n"
      "See pos-train(1), pos-formats(5).");
}

}  // namespace pos::tools
