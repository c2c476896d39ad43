/**
 * What client and server share beyond LSP: the settings, and requests of our own. The only file of the server that
 * the client imports; it imports nothing.
 */

/** The section of VS Code's settings; also that of `workspace/configuration`. */
export const SETTINGS_SECTION = 'libvirt-xml';

export interface Settings {
  readonly validation: {
    readonly enabled: boolean;
    /** By the code of a finding: `error`, `warning`, `information`, `hint` or `off`. */
    readonly rules: Readonly<Record<string, string>>;
  };
  /** What documents are meant for: a release of libvirt (empty: the newest) and a driver (`auto`: by `domain/@type`). */
  readonly target: { readonly version: string; readonly hypervisor: string };
  readonly format: { readonly enabled: boolean };
  readonly completion: { readonly autoCloseTags: boolean };
  readonly hover: { readonly links: boolean };
  /** How many of libvirt's files of a workspace are known to each other; 0: none. */
  readonly workspace: { readonly maxFiles: number };
}

/** The defaults; a test holds them against the manifest's. */
export const DEFAULT_SETTINGS: Settings = {
  validation: { enabled: true, rules: {} },
  target: { version: '', hypervisor: 'auto' },
  format: { enabled: true },
  completion: { autoCloseTags: true },
  hover: { links: true },
  workspace: { maxFiles: 5000 },
};

/** Request: what the server takes a document for. */
export const DOCUMENT_KIND_REQUEST = 'libvirt-xml/documentKind';
export interface DocumentKindParams {
  readonly uri: string;
}
/** `null`: none of ours. */
export type DocumentKindResult = { readonly id: string; readonly label: string } | null;

/** Request: the text to insert (snippet syntax) when the user has just typed `>` or `/` at a position. */
export const AUTO_CLOSE_REQUEST = 'libvirt-xml/autoClose';
export interface AutoCloseParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}
export type AutoCloseResult = string | null;

/** Request: what the messages of libvirt's in a text mean. */
export const EXPLAIN_REQUEST = 'libvirt-xml/explain';
export interface ExplainParams {
  /** What libvirt or virsh has printed, with any other lines around it. */
  readonly text: string;
}
/** Markdown; `null`: no message that is known. */
export type ExplainResult = string | null;

/** The language of documents that are ours whatever their root; `xml` documents are ours by their root. */
export const LANGUAGE_ID = 'libvirt-xml';

/** What a client may tell in `initialize` beyond its capabilities. */
export interface InitializationOptions {
  /** The client's command that opens the suggestions; some items ask for it after they are accepted. */
  readonly suggestCommand?: string;
  /** The client offers formatting for the documents that are ours and no others; the server announces none. */
  readonly registersFormatting?: boolean;
}

/** Names of the root elements that our documents have; a test holds them against the catalogue. */
export const ROOT_NAMES: readonly string[] = ['domain', 'interface', 'network', 'networkport'];

/** How much of a text decides whether it is looked at more closely, in UTF-16 units. */
export const LOOK_AHEAD = 10_000;

/**
 * A cheap look at the head of an `xml` document, so that foreign ones cost nothing: whether its root element has one of
 * our names. `true` as well when the root does not come within `LOOK_AHEAD`.
 */
export function mayBeLibvirt(text: string): boolean {
  const root = findRootName(text);
  return root === undefined ? text.length > LOOK_AHEAD : ROOT_NAMES.includes(root);
}

/** The name of the root element; `undefined` when it does not come within `LOOK_AHEAD`. */
export function findRootName(text: string): string | undefined {
  const head = text.slice(0, LOOK_AHEAD);
  const name = /[\w:.-]+/y;
  let index = head.indexOf('<');
  while (index !== -1) {
    name.lastIndex = index + 1;
    const root = name.exec(head)?.[0];
    if (root !== undefined && index + 1 + root.length < LOOK_AHEAD) return root;
    const end = endOfMarkup(head, index);
    index = end === -1 ? -1 : head.indexOf('<', end);
  }
  return undefined;
}

/** Behind the comment or instruction at `start`; other markup is left at its next `<`. -1: it does not end here. */
function endOfMarkup(head: string, start: number): number {
  const close = head.startsWith('<!--', start) ? '-->' : head.startsWith('<?', start) ? '?>' : undefined;
  if (close === undefined) return start + 1;
  const end = head.indexOf(close, start + 2);
  return end === -1 ? -1 : end + close.length;
}
