// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>

namespace papersearch::testing {

// Names the tests of a table by the rows' `name`, for INSTANTIATE_TEST_SUITE_P.
template <class Row>
std::string row_name(const ::testing::TestParamInfo<Row>& row) {
  return row.param.name;
}

}  // namespace papersearch::testing
