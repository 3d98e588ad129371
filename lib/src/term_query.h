// SPDX-License-Identifier: GPL-2.0-or-later
// The small pieces that queries are put together from.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "schema.h"

namespace papersearch {

// Fields to look in; none: everywhere.
using Fields = std::vector<Field>;
using Queries = std::vector<Xapian::Query>;

// Empty for none, the one for one.
Xapian::Query combine(Xapian::Query::op op, const Queries& queries);

Xapian::Query scaled(const Xapian::Query& query, double factor);

// `query`, where `term` stands in one of `fields`.
Xapian::Query in_fields(const Xapian::Query& query, const std::string& term,
                        const Fields& fields);

// Any term that begins so; of very many the most frequent ones. `op` combines their
// weights.
Xapian::Query beginning_with(const std::string& beginning, Xapian::Query::op op);

// `terms` side by side, in order, in one of `fields`.
Xapian::Query adjacent(const std::vector<std::string>& terms, const Fields& fields);

}  // namespace papersearch
