import type { Connection, FileEvent, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_SETTINGS } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import type { WorkspaceAround, WorkspaceView } from '../workspace/model.ts';
import { isSkippedFolder } from '../workspace/skippedFolder.ts';
import { createWorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { findLinePosition } from '../xml/lines.ts';
import type { TextRange } from '../xml/range.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { toRange } from './convert/range.ts';
import type { Documents } from './documents.ts';
import { normalizeFileUri } from './fileUri.ts';
import type { Guard } from './guard.ts';
import { FileChangeType, WatchKind } from './languageServer.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsStore } from './settings.ts';
import type { WatchedFiles } from './watchedFiles.ts';
import { readFileFacts, scanWorkspace } from './workspaceScan.ts';

/** Pause in the typing, in milliseconds, after which other documents hear what an open one says now. */
export const UPDATE_DELAY = 300;

/** The files of the workspace, kept current: open documents as the editor has them, all others from the disk. */
export interface Workspace {
  /** The files around a document; `undefined` while they are not all known yet, and where none are to be known. */
  readonly around: (document: TextDocument) => WorkspaceAround | undefined;
  /** The same with what is typed at this moment, for a question that is asked once. */
  readonly currentAround: (document: TextDocument) => WorkspaceAround | undefined;
  readonly currentFiles: () => WorkspaceView;
  /** Rises with every change of what is known. */
  readonly version: () => number;
  /** A range of a file as lines; `undefined` when nothing is known of it. */
  readonly rangeIn: (uri: string, range: TextRange) => Range | undefined;
  /** Reads all files of the folders in the background, in the place of those of an earlier call. */
  readonly start: (folders: readonly string[]) => Promise<void>;
  /** Tells the documents that a change may matter to: not the one that has changed itself. */
  readonly onDidChange: (listener: (documents: readonly TextDocument[]) => void) => void;
}

interface Parts {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly service: LanguageService;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly watchedFiles: WatchedFiles;
  readonly guard: Guard;
  readonly client: () => ClientFeatures;
}

export function createWorkspace(parts: Parts): Workspace {
  const { runtime, service, documents, settings, watchedFiles, guard } = parts;
  const { fileSystem } = runtime;
  const index = createWorkspaceIndex();
  const listeners: ((documents: readonly TextDocument[]) => void)[] = [];
  /** Open documents that have changed since they were read. */
  const edited = new Set<TextDocument>();
  let cancelUpdate: (() => void) | undefined;
  let folders: readonly string[] = [];
  let maxFiles: number | undefined;
  let scans = 0;
  let ready = false;
  let version = 0;

  const tellChange = (source?: TextDocument): void => {
    version++;
    const affected = ready ? documents.all().filter(document => document !== source) : [];
    if (affected.length > 0) for (const listener of listeners) listener(affected);
  };
  const isInWorkspace = (uri: string) => maxFiles !== 0 && folders.some(folder => isBelow(folder, uri));
  const findOpen = (uri: string) => documents.all().find(document => normalizeFileUri(document.uri) === uri);

  const update = (): void => {
    cancelUpdate?.();
    cancelUpdate = undefined;
    const changed = [...edited].filter(document => {
      const uri = normalizeFileUri(document.uri);
      if (uri === undefined) return false;
      const bound = documents.bind(document);
      const facts = bound && service.readFacts(uri, bound.xml);
      return facts ? index.set(facts) : index.remove(uri);
    });
    edited.clear();
    if (changed.length > 0) tellChange(changed.length === 1 ? changed[0] : undefined);
  };
  documents.onDidChange(document => {
    edited.add(document);
    cancelUpdate?.();
    cancelUpdate = runtime.schedule(UPDATE_DELAY, () => void guard('an update of the workspace', undefined, update));
  });

  const readAgain = (uris: readonly string[]): void => {
    void guard('reading files of the workspace', undefined, async () => {
      let news = false;
      for (const uri of uris) {
        const facts = fileSystem && isInWorkspace(uri) ? await readFileFacts(uri, fileSystem, service) : undefined;
        // What the editor has counts; the file may have been opened while it was read.
        if (!findOpen(uri) && (facts ? index.set(facts) : index.remove(uri))) news = true;
      }
      if (news) tellChange();
    });
  };
  documents.onDidClose(document => {
    edited.delete(document);
    const uri = normalizeFileUri(document.uri);
    if (uri !== undefined) readAgain([uri]);
  });
  watchedFiles.watch('**/*.xml', changes => {
    readAgain(findXmlFiles(changes).filter(uri => isInWorkspace(uri) && !findOpen(uri)));
  });
  // Of a folder that is deleted, editors tell nothing but that.
  const forgetFolders = (changes: readonly FileEvent[]): void => {
    const deleted = new Set(
      changes.flatMap(({ uri, type }) => (type === FileChangeType.Deleted ? (normalizeFileUri(uri) ?? []) : [])),
    );
    const gone = [...index.files()].filter(({ uri }) => !findOpen(uri) && isBelowAny(deleted, uri));
    for (const { uri } of gone) index.remove(uri);
    if (gone.length > 0) tellChange();
  };
  watchedFiles.watch('**/*', forgetFolders, WatchKind.Delete);

  const readMaxFiles = async (): Promise<number> => {
    const [folder] = folders;
    const { workspace } = folder === undefined ? DEFAULT_SETTINGS : await settings.get(folder);
    return workspace.maxFiles;
  };
  const readAll = async (): Promise<void> => {
    const own = ++scans;
    ready = false;
    for (const { uri } of index.files()) if (!findOpen(uri)) index.remove(uri);
    const limit = await readMaxFiles();
    if (own !== scans) return;
    maxFiles = limit;
    if (limit === 0) return;
    if (fileSystem && folders.length > 0) {
      const complete = await withProgress(parts, () =>
        scanWorkspace(
          {
            folders,
            maxFiles: limit,
            isOpen: uri => findOpen(uri) !== undefined,
            isCancelled: () => own !== scans,
            found: facts => void index.set(facts),
          },
          fileSystem,
          service,
        ),
      );
      if (own !== scans) return;
      if (!complete)
        parts.connection.console.warn(`The workspace has more files than are read (${limit} of libvirt's).`);
    }
    ready = true;
    update();
    tellChange();
  };
  const startReading = (): Promise<void> => guard('reading the workspace', undefined, readAll).then(() => undefined);
  settings.onDidChange(() => {
    void guard('settings of the workspace', undefined, async () => {
      if (maxFiles !== undefined && (await readMaxFiles()) !== maxFiles) await startReading();
    });
  });

  const around = (document: TextDocument): WorkspaceAround | undefined => {
    const uri = normalizeFileUri(document.uri);
    return ready && uri !== undefined ? { uri, files: index } : undefined;
  };
  return {
    around,
    currentAround: document => {
      update();
      return around(document);
    },
    currentFiles: () => {
      update();
      return index;
    },
    version: () => version,
    rangeIn: (uri, range) => {
      const open = findOpen(uri);
      if (open) return toRange(open, range);
      const starts = index.file(uri)?.lineStarts;
      return starts && { start: findLinePosition(starts, range.start), end: findLinePosition(starts, range.end) };
    },
    start: given => {
      folders = given;
      return startReading();
    },
    onDidChange: listener => {
      listeners.push(listener);
    },
  };
}

function isBelowAny(folders: ReadonlySet<string>, uri: string): boolean {
  for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (folders.has(uri.slice(0, end))) return true;
  }
  return false;
}

/** Whether a scan of the folder would come to the file. */
function isBelow(folder: string, uri: string): boolean {
  const root = `${normalizeFileUri(folder) ?? folder}/`.replace(/\/\/$/, '/');
  if (!uri.startsWith(root)) return false;
  return uri
    .slice(root.length)
    .split('/')
    .slice(0, -1)
    .every(name => !isSkippedFolder(name));
}

function findXmlFiles(changes: readonly FileEvent[]): readonly string[] {
  return [...new Set(changes.flatMap(({ uri }) => (uri.endsWith('.xml') ? (normalizeFileUri(uri) ?? []) : [])))];
}

/** Shows that the work goes on, where the editor can. */
async function withProgress<T>({ connection, client }: Parts, work: () => Promise<T>): Promise<T> {
  if (!client().workDoneProgress) return work();
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin("Reading libvirt's files of the workspace");
  try {
    return await work();
  } finally {
    progress.done();
  }
}
