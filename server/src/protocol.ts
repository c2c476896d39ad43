/**
 * What client and server share beyond LSP: the settings, and requests of our own. The only file of the server that
 * the client imports; it imports nothing.
 */

/** The section of VS Code's settings; also that of `workspace/configuration`. */
export const SETTINGS_SECTION = 'libvirt-xml';

export interface Settings {
  readonly validation: { readonly enabled: boolean };
  readonly format: { readonly enabled: boolean };
  readonly completion: { readonly autoCloseTags: boolean };
  readonly hover: { readonly links: boolean };
}

/** The defaults; a test holds them against the manifest's. */
export const DEFAULT_SETTINGS: Settings = {
  validation: { enabled: true },
  format: { enabled: true },
  completion: { autoCloseTags: true },
  hover: { links: true },
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

/** The language of documents that are ours whatever their root; `xml` documents are ours by their root. */
export const LANGUAGE_ID = 'libvirt-xml';
