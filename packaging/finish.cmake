# Of cpack, before it makes packages of what it has installed, a folder for each: what Debian wants of files.
# Their time is that of the last commit, unless SOURCE_DATE_EPOCH says.
set(epoch $ENV{SOURCE_DATE_EPOCH})
if(NOT epoch)
  execute_process(COMMAND git log -1 --format=%ct WORKING_DIRECTORY ${CPACK_POS_SOURCE}
    OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT epoch)  # a tarball
  file(TIMESTAMP ${CPACK_POS_SOURCE}/CHANGELOG.md epoch %s UTC)
endif()
set(ENV{SOURCE_DATE_EPOCH} ${epoch})  # for what cpack writes itself

file(GLOB docs "${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/doc/pos-*")
foreach(doc IN LISTS docs)
  execute_process(
    COMMAND ${CPACK_POS_SOURCE}/packaging/debian-changelog ${CPACK_PACKAGE_VERSION} ${CPACK_PACKAGE_CONTACT} ${epoch}
    INPUT_FILE ${CPACK_POS_SOURCE}/CHANGELOG.md OUTPUT_FILE ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
endforeach()
list(TRANSFORM docs APPEND /changelog)
file(GLOB_RECURSE pages "${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/man/*")
foreach(file IN LISTS docs pages)
  execute_process(COMMAND gzip -9n ${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

execute_process(COMMAND chmod -R u=rwX,go=rX ${CPACK_TEMPORARY_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -exec touch -h -d @${epoch} {} +
  COMMAND_ERROR_IS_FATAL ANY)
