// SPDX-License-Identifier: GPL-2.0-or-later
#include "xapian_error.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <functional>
#include <ostream>
#include <stdexcept>

#include "row_name.h"

namespace papersearch {
namespace {

struct Failure {
  const char* name;
  std::function<void()> fail;
  ErrorCode code;
};
void PrintTo(const Failure& failure, std::ostream* out) { *out << failure.name; }

class XapianErrorTest : public ::testing::TestWithParam<Failure> {};

// A program decides by the code what to do: retry, rebuild, free space, ask for help.
TEST_P(XapianErrorTest, HasTheCodeOfItsCause) {
  const Result<void> result = guarded("/the/index", [&]() -> Result<void> {
    GetParam().fail();
    return {};
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), GetParam().code) << result.error().message();
  if (GetParam().code != ErrorCode::kInternal) {
    EXPECT_EQ(result.error().message().rfind("/the/index: ", 0), 0U)
        << result.error().message();
  }
  EXPECT_EQ(result.error().message().find('\n'), std::string::npos);
  EXPECT_FALSE(result.error().range().has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Causes, XapianErrorTest,
    ::testing::Values(
        Failure{"NotFound", [] { throw Xapian::DatabaseNotFoundError("x"); },
                ErrorCode::kIndexMissing},
        Failure{"Locked", [] { throw Xapian::DatabaseLockError("x"); },
                ErrorCode::kIndexLocked},
        Failure{"Version", [] { throw Xapian::DatabaseVersionError("x"); },
                ErrorCode::kIndexVersion},
        Failure{"Corrupt", [] { throw Xapian::DatabaseCorruptError("x"); },
                ErrorCode::kIndexCorrupt},
        Failure{"Opening", [] { throw Xapian::DatabaseOpeningError("x"); },
                ErrorCode::kIndexCorrupt},
        Failure{"Serialisation", [] { throw Xapian::SerialisationError("x"); },
                ErrorCode::kIndexCorrupt},
        Failure{"NoSuchDocument", [] { throw Xapian::DocNotFoundError("x"); },
                ErrorCode::kIndexCorrupt},
        Failure{"OverwrittenTimeAndAgain", [] { throw Xapian::DatabaseModifiedError("x"); },
                ErrorCode::kIndexCorrupt},
        Failure{"TableCut", [] { throw Xapian::DatabaseError("EOF reading block 3"); },
                ErrorCode::kIndexCorrupt},
        Failure{"Range", [] { throw Xapian::RangeError("x"); }, ErrorCode::kIndexCorrupt},
        Failure{"OpeningDenied", [] { throw Xapian::DatabaseOpeningError("x", EACCES); },
                ErrorCode::kIo},
        Failure{"DiskFull", [] { throw Xapian::DatabaseError("x", ENOSPC); },
                ErrorCode::kNoSpace},
        Failure{
            "DiskFullInTheMessage",
            [] { throw Xapian::DatabaseError("cannot write: No space left on device"); },
            ErrorCode::kNoSpace},
        Failure{"ReadOnlyFileSystem", [] { throw Xapian::DatabaseError("x", EROFS); },
                ErrorCode::kIo},
        Failure{"TooManyFiles", [] { throw Xapian::DatabaseOpeningError("x", EMFILE); },
                ErrorCode::kIo},
        Failure{"ReadError", [] { throw Xapian::DatabaseError("x", EIO); }, ErrorCode::kIo},
        Failure{"Closed", [] { throw Xapian::DatabaseClosedError("x"); }, ErrorCode::kIo},
        Failure{"NetworkTimeout", [] { throw Xapian::NetworkTimeoutError("x"); },
                ErrorCode::kUnavailable},
        Failure{"Network", [] { throw Xapian::NetworkError("x"); },
                ErrorCode::kUnavailable},
        Failure{"Defect", [] { throw Xapian::InvalidArgumentError("x"); },
                ErrorCode::kInternal},
        Failure{"Standard", [] { throw std::runtime_error("x"); }, ErrorCode::kInternal}),
    testing::row_name<Failure>);

// The only exception that leaves the library.
TEST(XapianErrorTest, LetsBadAllocPass) {
  const auto fail = []() -> Result<void> { throw std::bad_alloc(); };
  EXPECT_THROW((void)guarded("/the/index", fail), std::bad_alloc);
}

TEST(XapianErrorTest, GivesTheValueWhereNothingFails) {
  const Result<int> result = guarded("/the/index", []() -> Result<int> { return 7; });
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, 7);
}

TEST(IoErrorTest, NamesPathAndReason) {
  const Error full = io_error(ENOSPC, "cannot write", "/the/index/lock");
  EXPECT_EQ(full.code(), ErrorCode::kNoSpace);
  EXPECT_EQ(full.message(), "/the/index/lock: cannot write: No space left on device");
  EXPECT_EQ(io_error(EDQUOT, "cannot write", "x").code(), ErrorCode::kNoSpace);
  EXPECT_EQ(io_error(EACCES, "cannot open", "x").code(), ErrorCode::kIo);
}

}  // namespace
}  // namespace papersearch
