// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_metadata.h"

#include <ctime>
#include <string_view>

#include "papersearch/version.h"
#include "schema.h"

namespace papersearch {
namespace {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts = {};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace

void write_facts(Xapian::WritableDatabase& database, const IndexPlan& plan,
                 std::size_t sections, bool latent) {
  const auto write = [&](std::string_view key, const std::string& value) {
    database.set_metadata(std::string(key), value);
  };
  write(kSchemaKey, std::to_string(kSchemaVersion));
  write(kAnalyzerKey, std::to_string(kAnalyzerVersion));
  write(kSectionCountKey, std::to_string(sections));
  write(kFileCountKey, std::to_string(plan.files()));
  write(kComplaintCountKey, std::to_string(plan.complaints()));
  write(kLatentOptionKey, latent ? "on" : "off");
  write(kIndexedAtKey, utc_now());
  write(kIndexedByKey, version());
}

}  // namespace papersearch
