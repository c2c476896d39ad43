import type { FileFacts, WorkspaceView } from '../workspace/model.ts';
import type { TextRange } from '../xml/range.ts';
import type { SymbolKind } from './model.ts';

/** Something of the workspace that has a name. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** What it is or belongs to: `domain`, `network`, `port group of trunk`. */
  readonly container: string;
  readonly uri: string;
  readonly range: TextRange;
}

/** More than anybody reads; the next letter of the query makes them fewer. */
const MAX_SYMBOLS = 500;

/** The domains, networks, filters, port groups, aliases and host interfaces whose names have the query's letters in order. */
export function findWorkspaceSymbols(files: WorkspaceView, query: string): readonly WorkspaceSymbol[] {
  const symbols: WorkspaceSymbol[] = [];
  for (const facts of files.files()) {
    for (const symbol of symbolsOf(facts)) {
      if (matches(symbol.name, query)) symbols.push(symbol);
      if (symbols.length >= MAX_SYMBOLS) return symbols;
    }
  }
  return symbols;
}

function* symbolsOf({ uri, kind, name, names }: FileFacts): Generator<WorkspaceSymbol> {
  const container = kind === 'hostInterface' ? 'host interface' : kind;
  if (name) yield { name: name.value, kind: 'document', container, uri, range: name.range };
  for (const { thing, role, value, range, scope } of names) {
    if (role !== 'definition' || (thing !== 'portgroup' && thing !== 'alias')) continue;
    const owner = thing === 'portgroup' ? `port group of ${scope ?? ''}` : `alias in ${name?.value ?? 'a fragment'}`;
    yield { name: value, kind: thing === 'alias' ? 'device' : 'property', container: owner, uri, range };
  }
}

/** Whether the letters of the query come in this order, in any case. */
function matches(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase()) {
    const at = letters.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
