/** Writes the places of a text that the user fills in. */
export interface SnippetWriter {
  /** An empty place. */
  readonly tabStop: () => string;
  /** A place with a text that is selected, ready to be overwritten. */
  readonly placeholder: (text: string) => string;
  /** A place with one of several texts, the first one to begin with. */
  readonly choice: (values: readonly string[]) => string;
  /** Where the cursor is left. */
  readonly finalTabStop: () => string;
  /** Text that stands as it is. */
  readonly literal: (text: string) => string;
}

/**
 * Writes LSP's snippet syntax (section "Snippet Syntax" of the specification), `$1`, `${2:text}`, `${3|a,b|}`, and
 * numbers the places as they come.
 */
export function createSnippetWriter(): SnippetWriter {
  let last = 0;
  const next = (): number => (last += 1);
  const placeholder = (text: string): string => (text === '' ? `$${next()}` : `\${${next()}:${escapeSnippet(text)}}`);
  return {
    tabStop: () => `$${next()}`,
    placeholder,
    choice: values =>
      values.length > 1 ? `\${${next()}|${values.map(escapeChoice).join(',')}|}` : placeholder(values[0] ?? ''),
    finalTabStop: () => '$0',
    literal: escapeSnippet,
  };
}

/** Writes the text that is there when the user fills in nothing. */
export const plainWriter: SnippetWriter = {
  tabStop: () => '',
  placeholder: text => text,
  choice: values => values[0] ?? '',
  finalTabStop: () => '',
  literal: text => text,
};

/** Text that stands literally in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Text that stands literally inside `${1|…|}`. */
function escapeChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}
