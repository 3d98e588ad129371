# SPDX-License-Identifier: GPL-2.0-or-later
# Debian packages: cpack --preset package, after a build with the preset of that name.
#
#     papersearch         the programs, their manual pages, completions, examples and documents
#     libpapersearch0     the shared library; the number is that of its SONAME
#     libpapersearch-dev  headers, the static library, what CMake and pkg-config read
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "papersearch maintainers <maintainers@papersearch.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(DEB_VERSION ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(ABOUT "papersearch finds papers on AI by what their daily digests say, in Korean and
English: one index that knows both languages, ranked by relevance and votes.")
set(LIBRARY_PACKAGE libpapersearch${PAPERSEARCH_SOVERSION})
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME papersearch)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_DEPENDS "${LIBRARY_PACKAGE} (= ${DEB_VERSION})")
set(CPACK_DEBIAN_PROGRAMS_DESCRIPTION "${ABOUT}

This package has the programs papersearch and papersearch-index.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${LIBRARY_PACKAGE})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "${ABOUT}

This package has the library that programs are linked with.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/debian/triggers)
set(CPACK_DEBIAN_DEVEL_PACKAGE_NAME libpapersearch-dev)
set(CPACK_DEBIAN_DEVEL_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVEL_PACKAGE_DEPENDS
  "${LIBRARY_PACKAGE} (= ${DEB_VERSION}), libxapian-dev, libicu-dev, libzstd-dev")
set(CPACK_DEBIAN_DEVEL_DESCRIPTION "${ABOUT}

This package has what is needed to link programs in C++, C and other languages.")

configure_file(${CMAKE_CURRENT_LIST_DIR}/debian/changelog.in debian/changelog @ONLY)
set(CPACK_PAPERSEARCH_CHANGELOG ${CMAKE_CURRENT_BINARY_DIR}/debian/changelog)
set(CPACK_PAPERSEARCH_COPYRIGHT ${CMAKE_CURRENT_LIST_DIR}/debian/copyright)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/finish.cmake)

include(CPack)
cpack_add_component(cli GROUP programs)
cpack_add_component(indexer GROUP programs)
cpack_add_component(doc GROUP programs)
cpack_add_component(runtime GROUP runtime)
cpack_add_component(devel GROUP devel)
