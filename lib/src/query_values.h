// SPDX-License-Identifier: GPL-2.0-or-later
// Fields of the query language and the values they take.
#pragma once

#include <optional>
#include <string_view>

#include "papersearch/error.h"
#include "query_ast.h"

namespace papersearch {

// True for what may stand before a colon: title, author, date ...
bool is_query_field(std::string_view name);

// The field of the words behind title:, new: and the like; nullopt for author:, id:,
// date: and votes:.
std::optional<Field> text_field_named(std::string_view name);

// The node for id:, date: or votes: and its value, which stands at `range` of the query.
// Fails with kQuerySyntax when the value makes no sense.
Result<QueryNode> value_node(std::string_view field, std::string_view value,
                             ByteRange range);

}  // namespace papersearch
