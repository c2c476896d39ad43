import { PLACEHOLDER } from './characters.ts';
import { walkElements } from './query.ts';
import type { TextRange } from './range.ts';
import type { XmlDocument } from './tree.ts';

/** A piece of a template that another program replaces before libvirt reads the document. */
export interface Placeholder extends TextRange {
  /** `control`: decides which of the text around it stays, as `{% if x %}` does; `value`: stands for some text. */
  readonly kind: 'value' | 'control';
}

/** A document that is a template. What its placeholders will be replaced by is unknown. */
export interface Template {
  readonly placeholders: readonly Placeholder[];
  /** How often a value with a placeholder in it has been read; what was concluded from such a value is a guess. */
  readonly reads: () => number;
}

/** Longer ones are taken for a forgotten closing mark. */
const LENGTH_LIMIT = 2000;

/** Jinja's and its kin's `{{ }}`, `{% %}`, `{# #}`; ERB's `<%= %>`, `<% %>`; the shell's `${ }`; autoconf's `@ @`. */
const OPENING = /\{\{|\{%|\{#|<%|\$\{|@/g;
const CLOSING: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>' };
const SHORT = /\$\{[^{}\r\n]{1,200}\}|@[A-Za-z_][\w.-]{0,100}@/y;

/** The placeholders of a text in order, in linear time. Those inside comments count as well: nothing is said there anyhow. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const nextClosing = new Map<string, number>();
  let position = 0;
  for (const { 0: opening, index } of text.matchAll(OPENING)) {
    if (index < position) continue;
    const end = findEnd(text, opening, index, nextClosing);
    if (end === undefined) continue;
    const kind = /^(?:\{[%#]|<%[^=-])/.test(text.slice(index, index + 3)) ? 'control' : 'value';
    found.push({ start: index, end, kind });
    position = end;
  }
  return found;
}

/** Behind the closing mark. `nextClosing` remembers where the next one of each kind is, or that there is none. */
function findEnd(text: string, opening: string, start: number, nextClosing: Map<string, number>): number | undefined {
  const closing = CLOSING[opening];
  if (closing === undefined) {
    SHORT.lastIndex = start;
    return SHORT.test(text) ? SHORT.lastIndex : undefined;
  }
  let next = nextClosing.get(closing);
  if (next === undefined || next < start + opening.length) {
    const at = text.indexOf(closing, start + opening.length);
    next = at === -1 ? Number.POSITIVE_INFINITY : at;
    nextClosing.set(closing, next);
  }
  return next - start <= LENGTH_LIMIT ? next + closing.length : undefined;
}

/** The text with each placeholder blotted out, so that no markup in it counts; offsets and lines stay as they are. */
export function maskPlaceholders(text: string, placeholders: readonly Placeholder[]): string {
  const blot = String.fromCharCode(PLACEHOLDER);
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of placeholders) {
    parts.push(text.slice(position, start), text.slice(start, end).replaceAll(/[^\r\n]/g, blot));
    position = end;
  }
  return parts.join('') + text.slice(position);
}

/** Makes each value with a placeholder in it count how often it is read. */
export function watchPlaceholders(document: XmlDocument, placeholders: readonly Placeholder[]): Template {
  let reads = 0;
  const watch = (node: { readonly value: string }) => {
    const { value } = node;
    if (!value.includes(String.fromCharCode(PLACEHOLDER))) return;
    Object.defineProperty(node, 'value', {
      get: () => {
        reads++;
        return value;
      },
    });
  };
  for (const element of walkElements(document)) {
    for (const attribute of element.attributes) watch(attribute);
    for (const child of element.children) if (child.kind === 'text' || child.kind === 'cdata') watch(child);
  }
  return { placeholders, reads: () => reads };
}
