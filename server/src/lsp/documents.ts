import type { Connection, TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { BoundDocument } from '../binding/model.ts';
import { LANGUAGE_ID, mayBeLibvirt } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import { TextDocuments } from './languageServer.ts';

/** The documents that the editor has open, and the parse of each one's present text. */
export interface Documents {
  readonly all: () => readonly TextDocument[];
  /** `undefined`: not open. */
  readonly get: (uri: string) => TextDocument | undefined;
  /** Parses once a version. `undefined`: none of ours, seen from its root's name or shape. */
  readonly bind: (document: TextDocument) => BoundDocument | undefined;
  readonly onDidChange: (listener: (document: TextDocument) => void) => void;
  readonly onDidClose: (listener: (document: TextDocument) => void) => void;
}

export function createDocuments(connection: Connection, service: LanguageService): Documents {
  const documents = new TextDocuments(textDocumentsConfiguration);
  const parses = new WeakMap<TextDocument, { readonly bound: BoundDocument | undefined }>();
  // Every change drops the parse: a client that counts its versions wrongly gets right answers all the same.
  documents.onDidChangeContent(({ document }) => parses.delete(document));
  documents.listen(connection);
  return {
    all: () => documents.all(),
    get: uri => documents.get(uri),
    bind: document => {
      const known = parses.get(document);
      if (known !== undefined) return known.bound;
      const bound = parse(document, service);
      parses.set(document, { bound });
      return bound;
    },
    onDidChange: listener => {
      documents.onDidChangeContent(({ document }) => listener(document));
    },
    onDidClose: listener => {
      documents.onDidClose(({ document }) => listener(document));
    },
  };
}

function parse(document: TextDocument, service: LanguageService): BoundDocument | undefined {
  const text = document.getText();
  const claimed = document.languageId === LANGUAGE_ID;
  if (!claimed && !mayBeLibvirt(text)) return undefined;
  const bound = service.parse(text, { claimed });
  return claimed || bound.kind !== undefined ? bound : undefined;
}

const textDocumentsConfiguration: TextDocumentsConfiguration<TextDocument> = {
  create: (uri, languageId, version, content) => TextDocument.create(uri, languageId, version, content),
  update: (document, changes, version) => {
    for (const change of changes) TextDocument.update(document, [clampChange(document, change)], version);
    return document;
  },
};

/** A range that ends behind the text would leave holes in the document's line offsets. */
function clampChange(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const clamp = (position: Position) => document.positionAt(document.offsetAt(position));
  return { text: change.text, range: { start: clamp(change.range.start), end: clamp(change.range.end) } };
}
