import type { TextEdit, TextRange } from '../xml/range.ts';

/** error: libvirt refuses it. warning: it drops or ignores it, or it breaks something else. information: works, rarely meant. hint: advice. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** The thing itself: a value, a name, the name in a start tag; never a whole element. */
  readonly range: TextRange;
  /** What is wrong, what libvirt does with it, what to write instead. */
  readonly message: string;
  /** The other places involved. */
  readonly related?: readonly RelatedPlace[];
  /** Ranges of further findings that the same mistake brings: what the rule `replaces` is dropped there as well. */
  readonly alsoOn?: readonly TextRange[];
  /** What libvirt itself would print, arguments filled in. */
  readonly libvirtMessage?: string;
  /** Has no effect: editors fade it. */
  readonly unnecessary?: true;
  /** Computed when asked for; the preferred one comes first. */
  readonly fixes?: (generator: Generator) => readonly Fix[];
}

export interface RelatedPlace {
  readonly range: TextRange;
  readonly message: string;
  /** The other file that the range stands in; the document itself where there is none. */
  readonly uri?: string;
}

export interface Fix {
  readonly title: string;
  /** The one that a user most likely wants; at most one of a finding's fixes. */
  readonly preferred?: true;
  /** Loses nothing and guesses nothing: `source.fixAll` may apply it unasked. */
  readonly safe?: true;
  readonly edits: readonly TextEdit[];
  /** Edits of another file of the workspace. */
  readonly elsewhere?: { readonly uri: string; readonly edits: readonly TextEdit[] };
}

/** Makes values that must be fresh. */
export interface Generator {
  /** A random version 4 UUID in lower case. */
  readonly uuid: () => string;
  /** A random unicast MAC below the given three octets; 52:54:00 (QEMU's) when none are given. */
  readonly mac: (prefix?: string) => string;
}
