// SPDX-License-Identifier: MIT
#include "cli/shape.hpp"

#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos::cli {

std::optional<Shape> shape_of_file(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || path.find('/', dot) != std::string::npos) return std::nullopt;
  const std::string ending = path.substr(dot + 1);
  for (const auto& [name, shape] :
       {std::pair<std::string_view, Shape>{"txt", Shape::text}, {"csv", Shape::csv}, {"ndjson", Shape::ndjson},
        {"jsonl", Shape::ndjson}, {"html", Shape::html}, {"svg", Shape::svg}, {"prom", Shape::prom}}) {
    if (ending == name) return shape;
  }
  for (const std::string_view picture : {"png", "pdf", "jpg", "jpeg"}) {
    if (ending == picture)
      throw Error(Fault::usage, "--output: " + printable(path) + ": pictures are written as SVG; write one to a file " +
                                    "that ends with .svg, and 'rsvg-convert' makes " + ending + " of it");
  }
  return std::nullopt;
}

}  // namespace pos::cli
