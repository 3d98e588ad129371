# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of papersearch for fish. Commands and options are read from its help, authors and
# words of queries from the index; without an index these are left out.

function __papersearch_commands
    papersearch --help 2>/dev/null | sed -n '/^Commands/,/^Each/s/^  \([a-z]*\).*/\1/p'
end

# The command that was named, or nothing.
function __papersearch_command
    for word in (commandline -opc)[2..-1]
        if contains -- $word (__papersearch_commands)
            echo $word
            return
        end
    end
end

function __papersearch_options
    papersearch (__papersearch_command) --help 2>/dev/null | sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p'
end

function __papersearch_formats
    switch (__papersearch_command)""
        case suggest glossary top
            printf '%s\n' text json jsonl tsv
        case trends stats
            printf '%s\n' text json tsv
        case export
            printf '%s\n' jsonl json tsv bibtex markdown bulk
        case '*'
            printf '%s\n' text json jsonl tsv bibtex markdown
    end
end

function __papersearch_authors
    papersearch suggest -n 20 -- "author:"(commandline -ct) 2>/dev/null | sed 's/^author://; s/"//g'
end

function __papersearch_words
    set -l word (commandline -ct)
    string match -q -- '-*' $word; and __papersearch_options; and return
    contains -- (__papersearch_command) show similar stats; and return
    printf '%s\n' title: author: new: technical: performance: abstract: other: id: date: votes:
    test (string length -- $word) -ge 2; and papersearch suggest -n 20 -- $word 2>/dev/null
end

complete -c papersearch -f
complete -c papersearch -n 'test -z (__papersearch_command)""' -a '(__papersearch_commands)'
complete -c papersearch -a '(__papersearch_words)'
complete -c papersearch -l sort -x -a 'relevance votes date'
complete -c papersearch -l color -x -a 'auto always never'
complete -c papersearch -l hyperlinks -x -a 'auto always never'
complete -c papersearch -l pager -x -a 'auto always never'
complete -c papersearch -l format -x -a '(__papersearch_formats)'
complete -c papersearch -l section -x -a 'title new technical performance abstract other'
complete -c papersearch -l by -n 'test (__papersearch_command)"" = top' -x -a 'votes authors'
complete -c papersearch -l by -n 'test (__papersearch_command)"" = trends' -x -a 'papers share votes'
complete -c papersearch -l author -x -a '(__papersearch_authors)'
complete -c papersearch -l db -x -a '(__fish_complete_directories)'
complete -c papersearch -l svg -r -F
complete -c papersearch -l config -r -F
complete -c papersearch -l synonyms -r -F
