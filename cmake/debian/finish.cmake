# SPDX-License-Identifier: GPL-2.0-or-later
# What Debian wants of a package and other installations do not: each package's copyright and
# changelogs, and manual pages that are compressed. CPack runs this before it packs the files.
foreach(GROUP PROGRAMS RUNTIME DEVEL)
  string(TOLOWER ${GROUP} FOLDER)
  set(ROOT ${CPACK_TEMPORARY_DIRECTORY}/${FOLDER}/usr)
  set(DOC ${ROOT}/share/doc/${CPACK_DEBIAN_${GROUP}_PACKAGE_NAME})
  file(MAKE_DIRECTORY ${DOC})
  file(COPY_FILE ${CPACK_PAPERSEARCH_COPYRIGHT} ${DOC}/copyright)
  file(COPY_FILE ${CPACK_PAPERSEARCH_CHANGELOG} ${DOC}/changelog.Debian)
  if(EXISTS ${DOC}/CHANGELOG.md)
    file(RENAME ${DOC}/CHANGELOG.md ${DOC}/changelog)
  endif()
  file(GLOB_RECURSE COMPRESSED ${DOC}/changelog* ${ROOT}/share/man/*.[1-8])
  execute_process(COMMAND gzip -9nf ${COMPRESSED} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
