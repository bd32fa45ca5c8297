// SPDX-License-Identifier: MIT
// What a report may look like, as --format and the name of the output file say it.
#pragma once

#include <optional>
#include <string>

namespace pos::cli {

enum class Shape { text, csv, ndjson, html, svg, prom };

[[nodiscard]] inline bool is_data(Shape shape) { return shape == Shape::csv || shape == Shape::ndjson; }

// Of a file that ends with .txt, .csv, .ndjson, .jsonl, .html, .svg or .prom; nothing: its name does not say.
// Errors: pos::Error(Fault::usage) for pictures of other kinds, which nobody here writes: that they are made of SVG.
[[nodiscard]] std::optional<Shape> shape_of_file(const std::string& path);

}  // namespace pos::cli
