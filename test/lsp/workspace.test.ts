import { describe, expect, type Mock, test, vi } from 'vitest';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RegistrationRequest,
  RenameRequest,
  type SymbolInformation,
  WorkDoneProgressCreateRequest,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem } from '../../server/src/host.ts';
import { connectClient, fullCapabilities, type TestClient } from '../support/languageClient.ts';
import { parseMarked } from '../support/marker.ts';

const lab = `<network>
  <name>lab</name>
  <bridge name='virbr7'/>
  <portgroup name='sales'/>
</network>`;
const web = `<domain type='kvm'>
  <name>web</name>
  <devices>
    <interface type='network'><mac address='52:54:00:aa:bb:01'/><source network="lab" portgroup='sales'/></interface>
  </devices>
</domain>`;
const mail = web.replace('web', 'mail');

interface Opened extends TestClient {
  /** The files on the disk; changes are told with `announce`. */
  readonly files: Map<string, string>;
  readonly announce: (uri: string, type: FileChangeType) => Promise<void>;
  readonly refreshed: Mock<() => void>;
}

/** A client with a folder of these files, all of them read. */
async function openFolder(files: Readonly<Record<string, string>>, settings?: object): Promise<Opened> {
  const disk = new Map(Object.entries(files).map(([name, text]) => [`file:///folder/${name}`, text]));
  const refreshed = vi.fn<() => void>();
  const ended = vi.fn<() => void>();
  const client = await connectClient({
    folders: ['file:///folder'],
    runtime: { fileSystem: createFileSystem(disk) },
    capabilities: {
      ...fullCapabilities,
      window: { workDoneProgress: true },
      workspace: {
        ...fullCapabilities.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true },
        ...(settings && { configuration: true }),
      },
    },
    prepare: connection => {
      connection.onRequest(DiagnosticRefreshRequest.type, refreshed);
      connection.onRequest(RegistrationRequest.type, () => {});
      connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
      connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
      connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
        if (value.kind === 'end') ended();
      });
    },
  });
  // Where nothing is to be read, nothing is told about it.
  await vi.waitUntil(() => settings !== undefined || ended.mock.calls.length > 0);
  return {
    ...client,
    files: disk,
    refreshed,
    announce: (uri, type) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] }),
  };
}

function createFileSystem(disk: ReadonlyMap<string, string>): FileSystem {
  return {
    listFiles: async function* () {
      yield* disk.keys();
    },
    readFile: async uri => disk.get(uri),
  };
}

async function codesOf(client: TestClient, document: TextDocument): Promise<readonly unknown[]> {
  return (await client.pull(document)).items.map(({ code }) => code);
}

describe('diagnostics', () => {
  test('see the other files, and lead there', async () => {
    const client = await openFolder({ 'web.xml': web, 'lab.xml': lab, 'other.xml': '<project/>' });
    const document = await client.open(mail, { uri: 'file:///folder/mail.xml' });
    const { items } = await client.pull(document);
    expect(items).toMatchObject([
      {
        code: 'workspace/duplicate-mac',
        relatedInformation: [
          {
            location: {
              uri: 'file:///folder/web.xml',
              range: { start: { line: 3, character: 44 }, end: { line: 3, character: 61 } },
            },
          },
        ],
      },
    ]);
  });

  test('are asked for again when another open document changes, and only then', async () => {
    const client = await openFolder({ 'lab.xml': lab });
    const document = await client.open(mail, { uri: 'file:///folder/mail.xml' });
    const other = await client.open(web, { uri: 'file:///folder/web.xml' });
    await vi.waitFor(() => expect(client.refreshed).toHaveBeenCalled());
    expect(await codesOf(client, document)).toEqual(['workspace/duplicate-mac']);
    const at = web.indexOf(":01'") + 1;
    await client.change(other, at, at + 2, '02');
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual([]), 2000);
    client.refreshed.mockClear();
    await client.change(other, web.length, web.length, '<!-- nothing new -->');
    await new Promise(done => setTimeout(done, 500));
    expect(client.refreshed).not.toHaveBeenCalled();
  });

  test('follow the files on the disk', async () => {
    const client = await openFolder({ 'lab.xml': lab });
    const document = await client.open(mail, { uri: 'file:///folder/mail.xml' });
    expect(await codesOf(client, document)).toEqual([]);
    client.files.set('file:///folder/web.xml', web);
    await client.announce('file:///folder/web.xml', FileChangeType.Created);
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual(['workspace/duplicate-mac']));
    client.files.delete('file:///folder/web.xml');
    await client.announce('file:///folder/web.xml', FileChangeType.Deleted);
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual([]));
  });

  test('forget a folder that is deleted', async () => {
    const client = await openFolder({ 'guests/web.xml': web });
    const document = await client.open(mail, { uri: 'file:///folder/mail.xml' });
    expect(await codesOf(client, document)).toEqual(['workspace/duplicate-mac']);
    await client.announce('file:///folder/guests', FileChangeType.Deleted);
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual([]));
  });

  test('take what the editor has before what the disk has, until it is closed', async () => {
    const client = await openFolder({ 'web.xml': web });
    const document = await client.open(mail, { uri: 'file:///folder/mail.xml' });
    const other = await client.open(web.replace(':01', ':02'), { uri: 'file:///folder/web.xml' });
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual([]), 2000);
    await client.close(other);
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual(['workspace/duplicate-mac']));
  });

  test('know no file outside of the folder, nor one that is no source', async () => {
    const client = await openFolder({ 'lab.xml': lab });
    const document = await client.open(mail, { uri: 'file:///folder/mail.xml' });
    const elsewhere = await client.open(web, { uri: 'file:///tmp/web.xml' });
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual(['workspace/duplicate-mac']), 2000);
    client.files.set('file:///tmp/web.xml', web);
    client.files.set('file:///folder/.git/web.xml', web);
    await client.close(elsewhere);
    await client.announce('file:///folder/.git/web.xml', FileChangeType.Created);
    await vi.waitFor(async () => expect(await codesOf(client, document)).toEqual([]));
    await new Promise(done => setTimeout(done, 100));
    expect(await codesOf(client, document)).toEqual([]);
  });

  test('know nothing of each other where no file is to be read', async () => {
    const client = await openFolder({ 'web.xml': web }, { workspace: { maxFiles: 0 } });
    const document = await client.open(mail, { uri: 'file:///folder/mail.xml' });
    expect(await codesOf(client, document)).toEqual([]);
  });
});

test('a fix can be one of the other file', async () => {
  const client = await openFolder({ 'lab.xml': lab });
  const floor = "<bandwidth><inbound floor='300'/></bandwidth>";
  const text = mail.replace('</interface>', `${floor}</interface>`);
  const document = await client.open(text, { uri: 'file:///folder/mail.xml' });
  const at = document.positionAt(text.indexOf('300'));
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: document.uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  const action = (actions ?? []).find(({ title }) => title.startsWith('Add an inbound average'));
  const after = applied(action && 'edit' in action ? (action.edit ?? null) : null, Object.fromEntries(client.files));
  expect(after).toEqual({
    'file:///folder/lab.xml': lab.replace(
      '\n</network>',
      "\n  <bandwidth>\n    <inbound average='300'/>\n  </bandwidth>\n</network>",
    ),
  });
});

describe('names', () => {
  test('lead to their definition', async () => {
    const client = await openFolder({ 'web.xml': web, 'lab.xml': lab });
    const at = await openAt(client, mail.replace('"lab"', '"l|ab"'));
    const found = await client.connection.sendRequest(DefinitionRequest.type, at);
    expect(found).toEqual([{ uri: 'file:///folder/lab.xml', range: span(1, 8, 11) }]);
  });

  test('are found wherever they are used', async () => {
    const client = await openFolder({ 'web.xml': web, 'lab.xml': lab });
    const at = await openAt(client, mail.replace("'sales'", "'|sales'"));
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at,
      context: { includeDeclaration: true },
    });
    expect((found ?? []).map(({ uri }: Location) => uri.slice('file:///folder/'.length))).toEqual([
      'mail.xml',
      'web.xml',
      'lab.xml',
    ]);
  });

  test('are renamed in all files at once', async () => {
    const client = await openFolder({ 'web.xml': web, 'lab.xml': lab });
    const at = await openAt(client, mail.replace('"lab"', '"la|b"'));
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, at)).toMatchObject({ placeholder: 'lab' });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at, newName: "R&D's" });
    const after = applied(edit, { ...Object.fromEntries(client.files), [at.document.uri]: at.document.getText() });
    expect(after['file:///folder/lab.xml']).toBe(lab.replace('lab', 'R&amp;D&apos;s'));
    expect(after['file:///folder/web.xml']).toBe(web.replace('"lab"', '"R&amp;D&apos;s"'));
    expect(after['file:///folder/mail.xml']).toBe(mail.replace('"lab"', '"R&amp;D&apos;s"'));
    await expect(client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'a/b' })).rejects.toThrow(/slash/);
  });

  test('are offered', async () => {
    const client = await openFolder({ 'web.xml': web, 'lab.xml': lab });
    const labels = async (marked: string) => {
      const at = await openAt(client, marked);
      const answer = await client.connection.sendRequest(CompletionRequest.type, at);
      await client.close(at.document);
      return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
    };
    expect(await labels(mail.replace('"lab"', '"|"'))).toContain('lab');
    expect(await labels(mail.replace("'sales'", "'|'"))).toContain('sales');
    const whole = await openAt(client, "<interface type='network'>\n  <|\n</interface>");
    const answer = await client.connection.sendRequest(CompletionRequest.type, whole);
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    expect(JSON.stringify(items.find(({ label }) => label === 'source')?.textEdit)).toContain('lab');
    await client.close(whole.document);
    expect(await labels(mail.replace("'sales'", "'|'").replace('lab', 'other'))).not.toContain('sales');
  });

  test('are listed for the whole workspace', async () => {
    const client = await openFolder({ 'web.xml': web, 'lab.xml': lab });
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'la' });
    expect(found).toMatchObject([
      { name: 'lab', containerName: 'network', location: { uri: 'file:///folder/lab.xml', range: span(1, 8, 11) } },
    ] satisfies Partial<SymbolInformation>[]);
  });
});

/** Opens a document with a `|` in it. */
async function openAt(client: TestClient, marked: string, uri = 'file:///folder/mail.xml') {
  const { text, cursors } = parseMarked(marked);
  const document = await client.open(text, { uri });
  return { textDocument: { uri }, position: document.positionAt(cursors[0] ?? 0), document };
}

function span(line: number, from: number, to: number): Location['range'] {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** The texts after an edit over several files. */
function applied(
  edit: WorkspaceEdit | null,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const after: Record<string, string> = {};
  for (const change of edit?.documentChanges ?? []) {
    if (!('edits' in change)) continue;
    const { uri } = change.textDocument;
    const edits = change.edits.filter(candidate => 'newText' in candidate);
    after[uri] = TextDocument.applyEdits(TextDocument.create(uri, 'xml', 1, texts[uri] ?? ''), edits);
  }
  return after;
}
