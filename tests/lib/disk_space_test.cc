// SPDX-License-Identifier: GPL-2.0-or-later
#include "disk_space.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <limits>

#include "support/temp_dir.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

TEST(DiskSpaceTest, TooLittleIsAFullDisk) {
  const testing::TempDir folder;
  EXPECT_NO_THROW(require_space(folder / "", 1));
  try {
    require_space(folder / "", std::numeric_limits<std::uintmax_t>::max());
    FAIL() << "there is as much";
  } catch (const Xapian::DatabaseError& error) {
    EXPECT_EQ(to_error(error, "/the/index").code(), ErrorCode::kNoSpace);
  }
}

TEST(DiskSpaceTest, WhatDoesNotTellIsNoError) {
  EXPECT_NO_THROW(require_space("/nowhere", std::numeric_limits<std::uintmax_t>::max()));
}

}  // namespace
}  // namespace papersearch
