// SPDX-License-Identifier: GPL-2.0-or-later
// Learning the latent space from the papers of an index, and giving each its direction.
#pragma once

#include <xapian.h>

namespace papersearch {

class LatentBasis;

// Whether the latent space of `database` is to be learned: it has none, or the archive
// has grown or shrunk by a quarter since. Until then new papers are folded in: what they
// say is told in the directions that the space has.
bool needs_latent_learning(const Xapian::Database& database);

// Learns the space anew from the papers of `database`, stores it, and stores every paper's
// direction in kLatentSlot. The same papers give the same bytes. Changes are left for the
// caller to commit; within a transaction that is possible, too.
//
// Papers that tell the same in two languages teach which words of one mean those of the
// other; where there are enough of them, the space is learned from them alone.
void learn_latent_basis(Xapian::WritableDatabase& database);

// Sets kLatentSlot of a paper that is about to be added, from its terms and the space that
// `database` has; nothing where it has none.
void fold_in(LatentBasis& basis, Xapian::Document& document);

}  // namespace papersearch
