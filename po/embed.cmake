# Makes a constant of a file: a function that returns its bytes.
#
#   cmake -D IN=pt.mo -D OUT=catalogue_pt.cpp -D HEADER=base/catalogue.hpp -D NAME=pos::catalogue_pt -P embed.cmake
file(READ ${IN} hex HEX)
string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
# An array of bytes and no string literal: compilers limit the length of those.
file(WRITE ${OUT} "// Made by po/embed.cmake.
#include \"${HEADER}\"

static constexpr unsigned char bytes[] = {
${bytes}
};

std::string_view ${NAME}() { return {reinterpret_cast<const char*>(bytes), sizeof bytes}; }
")
