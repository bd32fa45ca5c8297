# While installing: PAGE, as it is installed, says where examples and docs are there, below DOC.
file(READ "${PAGE}" text)
string(REGEX REPLACE "(^|[ \n])(examples|docs)/" "\\1${DOC}/\\2/" text "${text}")
string(REGEX REPLACE "(\n\\.Pa )(examples|docs)([ \n])" "\\1${DOC}/\\2\\3" text "${text}")
file(WRITE "${PAGE}" "${text}")
