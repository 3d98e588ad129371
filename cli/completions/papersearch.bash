# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of papersearch for bash. Commands and options are read from its help, authors,
# ids and words of queries from the index; without an index these are left out.

# The names of options, or, without an argument, of commands.
_papersearch_options() {
  "${COMP_WORDS[0]}" ${1:+"$1"} --help 2>/dev/null |
    sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p'
}
_papersearch_commands() {
  "${COMP_WORDS[0]}" --help 2>/dev/null | sed -n '/^Commands/,/^Each/s/^  \([a-z]*\).*/\1/p'
}

# What the index suggests for a half-typed text, one a line.
_papersearch_suggest() {
  "${COMP_WORDS[0]}" suggest -n 20 "${db[@]}" -- "$1" 2>/dev/null
}

# Ids that begin so: of papers listed in the month that their first four digits name, or
# the one behind it.
_papersearch_ids() {
  [[ $1 =~ ^([0-9]{2})(0[1-9]|1[0-2]) ]] || return
  local year=20${BASH_REMATCH[1]} month=${BASH_REMATCH[2]} next
  next=$(printf '%d-%02d' $((year + 10#$month / 12)) $((10#$month % 12 + 1)))
  "${COMP_WORDS[0]}" top -n 5000 --json "${db[@]}" -- "date:$year-$month..$next" 2>/dev/null |
    grep -o '"id":"[^"]*"' | cut -d '"' -f 4
}

# Offers the lines of standard input that begin as $1 does, whole words of a shell.
_papersearch_offer() {
  local line
  while IFS= read -r line; do
    [[ $line == "$1"* ]] && COMPREPLY+=("$(printf '%q' "$line")")
  done
}

_papersearch() {
  local cur=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command= i
  local -a db=()
  # "--option=value" comes in three words.
  if [[ $cur == = ]]; then cur=
  elif [[ $option == = ]]; then option=${COMP_WORDS[COMP_CWORD - 2]}; fi
  cur=${cur#[\"\']}
  COMPREPLY=()
  local commands
  commands=$(_papersearch_commands)
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [[ -z $command && $'\n'$commands$'\n' == *$'\n'${COMP_WORDS[i]}$'\n'* ]] &&
      command=${COMP_WORDS[i]}
    [[ ${COMP_WORDS[i]} == --db && $((i + 1)) -lt $COMP_CWORD ]] && db=(--db "${COMP_WORDS[i + 1]}")
  done
  case $option in
    --sort) COMPREPLY=($(compgen -W 'relevance votes date' -- "$cur")); return ;;
    --color | --hyperlinks | --pager)
      COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    --section)
      COMPREPLY=($(compgen -W 'title new technical performance abstract other' -- "$cur"))
      return ;;
    --by)
      if [[ $command == top ]]; then COMPREPLY=($(compgen -W 'votes authors' -- "$cur"))
      else COMPREPLY=($(compgen -W 'papers share votes' -- "$cur")); fi
      return ;;
    --format)
      local formats='text json jsonl tsv bibtex markdown'
      case $command in
        suggest | glossary | top) formats='text json jsonl tsv' ;;
        trends | stats) formats='text json tsv' ;;
        export) formats='jsonl json tsv bibtex markdown bulk' ;;
      esac
      COMPREPLY=($(compgen -W "$formats" -- "$cur"))
      return ;;
    --author)
      # author:"Jo Baker" or author:Baker
      _papersearch_offer "" < <(_papersearch_suggest "author:$cur" | sed 's/^author://; s/"//g')
      return ;;
    --db) COMPREPLY=($(compgen -d -- "$cur")); return ;;
    --svg | --config | --synonyms) COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --limit | -n | --offset | --since | --until | --min-votes | --votes-weight | --latent-weight | \
      --shard-timeout)
      return ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$(_papersearch_options "$command")" -- "$cur"))
    return
  fi
  case $command in
    show | similar) _papersearch_offer "$cur" < <(_papersearch_ids "$cur" | sort -u) ; return ;;
    stats) return ;;
  esac
  [[ -z $command && $COMP_CWORD -eq 1 ]] && COMPREPLY=($(compgen -W "$commands" -- "$cur"))
  local fields
  fields=$(compgen -W 'title: author: new: technical: performance: abstract: other: id: date: votes:' -- "$cur")
  if [[ -n $cur && -n $fields ]]; then
    compopt -o nospace 2>/dev/null
    COMPREPLY+=($fields)
  fi
  [[ ${#cur} -ge 2 ]] && _papersearch_offer "$cur" < <(_papersearch_suggest "$cur")
}

complete -F _papersearch papersearch
