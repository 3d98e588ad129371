# SPDX-License-Identifier: GPL-2.0-or-later
"""Xapian as it comes: TermGenerator and QueryParser, its BM25, words or CJK n-grams."""
import xapian


class XapianStock:
    def __init__(self, ngrams):
        self.database = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
        self.flags = xapian.QueryParser.FLAG_DEFAULT
        self.generator = xapian.TermGenerator()
        self.generator.set_stemmer(xapian.Stem("english"))
        if ngrams:
            self.generator.set_flags(xapian.TermGenerator.FLAG_CJK_NGRAM)
            self.flags |= xapian.QueryParser.FLAG_CJK_NGRAM

    def index(self, papers):
        for paper_id, title, body in papers:
            document = xapian.Document()
            document.set_data(paper_id)
            self.generator.set_document(document)
            self.generator.set_termpos(0)
            self.generator.index_text(title, 2)
            self.generator.increase_termpos()
            self.generator.index_text(body)
            self.database.add_document(document)

    def search_all(self, texts, depth):
        parser = xapian.QueryParser()
        parser.set_stemmer(xapian.Stem("english"))
        parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        parser.set_database(self.database)
        enquire = xapian.Enquire(self.database)
        out = []
        for text in texts:
            try:
                enquire.set_query(parser.parse_query(text, self.flags))
            except xapian.QueryParserError:
                out.append(None)
                continue
            out.append([match.document.get_data().decode() for match in enquire.get_mset(0, depth)])
        return out
