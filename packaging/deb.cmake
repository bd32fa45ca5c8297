# The Debian packages: `make deb`. pos-tools has the filters; pos-serve is apart, with its service. What only a package
# has is installed with its component alone (EXCLUDE_FROM_ALL), so not by `make install`.
set(packaging ${CMAKE_CURRENT_LIST_DIR})

# Services, and the user they run as; systemd looks for them in /usr/local, too.
set(units ${packaging}/systemd)
install(FILES ${units}/pos-alert.service ${units}/pos-score.service ${units}/pos-train.service ${units}/pos-train.timer
              ${units}/pos-backup.service ${units}/pos-backup.timer
  DESTINATION lib/systemd/system COMPONENT tools)
install(FILES ${packaging}/sysusers.conf RENAME pos-tools.conf DESTINATION lib/sysusers.d COMPONENT tools)
if(POS_SERVE)
  install(FILES ${units}/pos-serve.service ${units}/pos-serve.socket DESTINATION lib/systemd/system COMPONENT serve)
endif()

# Who makes the packages is told as to Debian's own tools, by DEBFULLNAME and DEBEMAIL; else it is nobody's address.
set(maintainer "pos-tools authors <nobody@pos-tools.invalid>")
if(DEFINED ENV{DEBFULLNAME} AND DEFINED ENV{DEBEMAIL})
  set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()

file(READ ${PROJECT_SOURCE_DIR}/LICENSE licence)
string(REGEX MATCH "Copyright \\(c\\) ([^\n]+)\n\n(.*)" licence "${licence}")
set(POS_HOLDERS "${CMAKE_MATCH_1}")
set(POS_LICENCE "${CMAKE_MATCH_2}")
string(REGEX REPLACE "\n+$" "" POS_LICENCE "${POS_LICENCE}")
string(REPLACE "\n\n" "\n.\n" POS_LICENCE "${POS_LICENCE}")
string(REPLACE "\n" "\n " POS_LICENCE " ${POS_LICENCE}")
configure_file(${packaging}/copyright.in ${PROJECT_BINARY_DIR}/packaging/copyright @ONLY)

install(FILES ${PROJECT_SOURCE_DIR}/examples/pos-tools.toml RENAME config.toml
  DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/pos-tools COMPONENT tools EXCLUDE_FROM_ALL)
install(FILES ${packaging}/pos-tools/lintian-overrides RENAME pos-tools
  DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/lintian/overrides COMPONENT tools EXCLUDE_FROM_ALL)
foreach(component tools serve)
  install(FILES ${PROJECT_BINARY_DIR}/packaging/copyright DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/pos-${component}
    COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()

# A library that a program loads itself is none that dpkg-shlibdeps sees (base/library.hpp). Its package is asked for in
# the version it is built with.
function(package_of soname variable)
  execute_process(COMMAND dpkg-query -S */${soname} OUTPUT_VARIABLE found ERROR_QUIET)
  if(NOT found MATCHES "^([^:]+):")
    return()
  endif()
  set(package ${CMAKE_MATCH_1})
  execute_process(COMMAND dpkg-query -W -f "\${source:Upstream-Version}\n" ${package} OUTPUT_VARIABLE version)
  string(REGEX REPLACE "\n.*" "" version "${version}")
  set(${variable} "${package} (>= ${version})" PARENT_SCOPE)
endfunction()
get_property(sonames GLOBAL PROPERTY POS_LOADED_LIBRARIES)
set(loaded)
foreach(soname IN LISTS sonames)
  set(package)
  package_of(${soname} package)
  list(APPEND loaded ${package})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pos-tools)
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_SET_DESTDIR ON)  # /etc is not below /usr
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${packaging}/finish.cmake)
set(CPACK_POS_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_COMPONENTS_ALL tools)
if(POS_SERVE)
  list(APPEND CPACK_COMPONENTS_ALL serve)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)

list(JOIN loaded ", " loaded)
set(scripts ${packaging}/pos-tools)
set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME pos-tools)
set(CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS "${loaded}, tzdata, systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_TOOLS_PACKAGE_RECOMMENDS "ca-certificates")
set(CPACK_DEBIAN_TOOLS_PACKAGE_SUGGESTS "pos-serve, cron, s-nail")
set(CPACK_DEBIAN_TOOLS_PACKAGE_CONTROL_EXTRA ${scripts}/conffiles ${scripts}/postinst ${scripts}/prerm ${scripts}/postrm)
set(CPACK_COMPONENT_TOOLS_DESCRIPTION "filters that tell when card payments fail more than normal
CSV or NDJSON in, CSV or NDJSON out: pos-train learns what is normal from a
history of transactions, pos-score says of every row what was expected and how
surprising it is, pos-alert tells people of incidents once each (by mail,
webhook, Slack or a command), pos-report shows what came and what went wrong,
as tables, charts or a page, and checkout-stats does the same for sales by
hour.
.
Services and timers are installed, and not enabled.")

set(scripts ${packaging}/pos-serve)
set(CPACK_DEBIAN_SERVE_PACKAGE_NAME pos-serve)
set(CPACK_DEBIAN_SERVE_PACKAGE_SECTION web)
set(CPACK_DEBIAN_SERVE_PACKAGE_DEPENDS "pos-tools (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_SERVE_PACKAGE_CONTROL_EXTRA ${scripts}/postinst ${scripts}/prerm ${scripts}/postrm)
set(CPACK_COMPONENT_SERVE_DESCRIPTION "server that tells when card payments fail more than normal
Takes counts of transactions over HTTP, answers with a recommendation, and
shows the day on a live page, with metrics for Prometheus beside it. It is
what pos-score of pos-tools is, for programs that speak HTTP.
.
The service and its socket, on port 8080 of the loopback interface, are
installed, and not enabled.")
include(CPack)
