# SPDX-License-Identifier: GPL-2.0-or-later
# What is installed, and where. Components: runtime (the shared library), devel (headers, the
# static library, what CMake and pkg-config read), cli, indexer, doc.
set(CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/papersearch)
set(MAN ${PROJECT_SOURCE_DIR}/docs/man)

install(TARGETS papersearch EXPORT papersearchTargets
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT devel
  ARCHIVE COMPONENT devel)
install(EXPORT papersearchTargets NAMESPACE papersearch:: DESTINATION ${CMAKE_DIR}
  COMPONENT devel)
if(TARGET papersearch_static)
  install(TARGETS papersearch_static EXPORT papersearchStaticTargets ARCHIVE COMPONENT devel)
  install(EXPORT papersearchStaticTargets NAMESPACE papersearch:: DESTINATION ${CMAKE_DIR}
    COMPONENT devel)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/include/papersearch
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT devel FILES_MATCHING PATTERN *.h)

# Before 1.0 a new minor version may change the interface, see docs/abi.md.
include(CMakePackageConfigHelpers)
set(COMPATIBILITY SameMajorVersion)
if(PROJECT_VERSION VERSION_LESS 1)
  set(COMPATIBILITY SameMinorVersion)
endif()
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/papersearchConfig.cmake.in
  papersearchConfig.cmake INSTALL_DESTINATION ${CMAKE_DIR}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(papersearchConfigVersion.cmake COMPATIBILITY ${COMPATIBILITY})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/papersearchConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/papersearchConfigVersion.cmake
  DESTINATION ${CMAKE_DIR} COMPONENT devel)

# Paths from the folder of papersearch.pc, so that the installed tree can be moved.
set(PC_DIR ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
foreach(DIR PREFIX LIBDIR INCLUDEDIR)
  set(FULL ${CMAKE_INSTALL_FULL_${DIR}})
  if(DIR STREQUAL PREFIX)
    set(FULL ${CMAKE_INSTALL_PREFIX})
  endif()
  file(RELATIVE_PATH PC_${DIR} ${PC_DIR} ${FULL})
  string(REGEX REPLACE "/$" "" PC_${DIR} ${PC_${DIR}})
endforeach()
# A library that is static only needs everywhere what a shared one needs inside.
set(PC_NEEDS "-lstdc++ -lm")
if(BUILD_SHARED_LIBS)
  set(PC_PRIVATE .private)
  set(PC_NEEDS "\nLibs.private: ${PC_NEEDS}")
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/papersearch.pc.in papersearch.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/papersearch.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT devel)

if(PAPERSEARCH_PROGRAMS)
  install(TARGETS papersearch_cli COMPONENT cli)
  install(FILES ${MAN}/papersearch.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT cli)
  install(FILES ${MAN}/papersearch-query.7 DESTINATION ${CMAKE_INSTALL_MANDIR}/man7
    COMPONENT cli)

  install(TARGETS papersearch_index COMPONENT indexer)
  install(FILES ${MAN}/papersearch-index.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
    COMPONENT indexer)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/systemd/papersearch-index.service
                ${PROJECT_SOURCE_DIR}/docs/systemd/papersearch-index.timer
                ${PROJECT_SOURCE_DIR}/docs/systemd/papersearch-shard@.service
                ${PROJECT_SOURCE_DIR}/docs/crontab.example
    DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT indexer)
endif()

# The completions of the shells, each where its shell looks for it. Debian's zsh has a folder of
# its own for those of packages.
set(ZSH_COMPLETIONS site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(ZSH_COMPLETIONS vendor-completions)
endif()
file(GLOB COMPLETIONS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/completions/*)
foreach(FILE ${COMPLETIONS})
  cmake_path(GET FILE FILENAME NAME)
  if(NAME MATCHES "\\.bash$")
    cmake_path(REMOVE_EXTENSION NAME)
    install(FILES ${FILE} RENAME ${NAME} COMPONENT cli
      DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  elseif(NAME MATCHES "\\.fish$")
    install(FILES ${FILE} COMPONENT cli
      DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
  elseif(NAME MATCHES "^_")
    install(FILES ${FILE} COMPONENT cli
      DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${ZSH_COMPLETIONS})
  endif()
endforeach()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT doc FILES_MATCHING PATTERN *.md PATTERN man EXCLUDE PATTERN systemd EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT doc)
