import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CompletionItem,
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentRangeFormattingRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  LinkedEditingRangeRequest,
  SelectionRangeRequest,
  type SymbolInformation,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AUTO_CLOSE_REQUEST, DOCUMENT_KIND_REQUEST, EXPLAIN_REQUEST } from '../../server/src/protocol.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { connectClient, fullCapabilities } from '../support/languageClient.ts';
import { parseMarked } from '../support/marker.ts';

type Options = NonNullable<Parameters<typeof connectClient>[0]> & { readonly languageId?: string };

/** Opens a text whose cursor is marked, and gives what a request about that place needs. */
async function openMarked(marked: string, options: Options = {}) {
  const { text, cursors, ranges } = parseMarked(marked);
  const client = await connectClient(options);
  const document = await client.open(text, { languageId: options.languageId ?? 'xml' });
  const position = document.positionAt(cursors[0] ?? 0);
  const [span] = ranges;
  const range = { start: document.positionAt(span?.start ?? 0), end: document.positionAt(span?.end ?? 0) };
  const at = { textDocument: { uri: document.uri }, position };
  return { client, document, at, range, send: client.connection.sendRequest.bind(client.connection) };
}

function applyTo(document: TextDocument, edits: readonly unknown[] | null): string {
  return TextDocument.applyEdits(document, edits?.filter(edit => TextEdit.is(edit)) ?? []);
}

const compareText = (first = '', second = '') => (first < second ? -1 : Number(first > second));

const bridged = `<domain type="kvm">
  <name>a</name>
  <devices>
    <interface type="direct">
      <source dev="eth0" mode="|bridge"/>
    </interface>
  </devices>
</domain>
`;
const foreign = '<project>|<name>a</name></project>';

describe('completion', () => {
  test('lists values with their documentation and replaces what stands there', async () => {
    const { document, at, send } = await openMarked(bridged);
    const items = await send<CompletionItem[]>(CompletionRequest.method, at);
    const vepa = items.find(item => item.label === 'vepa');
    expect(vepa).toMatchObject({ kind: 20, documentation: { kind: 'markdown' } });
    expect(items.map(item => item.sortText)).toEqual(items.map(item => item.sortText).toSorted(compareText));
    expect(applyTo(document, [vepa?.textEdit])).toContain('mode="vepa"/>');
  });

  test('inserts snippets where the client takes them, plain text elsewhere', async () => {
    const marked = '<interface type="network">\n  <sou|\n</interface>';
    const rich = await openMarked(marked);
    const plain = await openMarked(marked, { capabilities: {} });
    const find = async ({ send, at }: typeof rich) =>
      (await send<CompletionItem[]>(CompletionRequest.method, at)).find(item => item.label.includes('source'));
    const snippet = await find(rich);
    const text = await find(plain);
    expect(snippet?.insertTextFormat).toBe(2);
    expect(snippet?.textEdit?.newText).toContain('$');
    expect(text?.insertTextFormat).toBeUndefined();
    expect(text?.textEdit?.newText).not.toContain('$');
    expect(text?.documentation).toMatchObject({ kind: 'plaintext' });
  });

  test('asks for the next choice only by a command that the client has named', async () => {
    const marked = '<interface type="direct"><source dev="eth0" mo|/></interface>';
    const named = await openMarked(marked, { initializationOptions: { suggestCommand: 'suggest' } });
    const unnamed = await openMarked(marked);
    const commands = async ({ send, at }: typeof named) =>
      (await send<CompletionItem[]>(CompletionRequest.method, at)).map(item => item.command?.command);
    expect(await commands(named)).toContain('suggest');
    expect((await commands(unnamed)).every(command => command === undefined)).toBe(true);
  });
});

describe('hover', () => {
  test('explains the value under the cursor', async () => {
    const { document, at, send } = await openMarked(bridged);
    const hover = await send<Hover>(HoverRequest.method, at);
    expect(hover.contents).toMatchObject({ kind: 'markdown' });
    expect(document.getText(hover.range)).toContain('bridge');
  });

  test('speaks plain text where the client has no Markdown', async () => {
    const { at, send } = await openMarked(bridged, { capabilities: {} });
    const hover = await send<Hover>(HoverRequest.method, at);
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.not.stringContaining('**') });
  });

  test('has no links when the settings say so', async () => {
    const { client, at, send } = await openMarked(bridged);
    expect(JSON.stringify(await send(HoverRequest.method, at))).toContain('https://libvirt.org/');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { 'libvirt-xml': { hover: { links: false } } },
    });
    expect(JSON.stringify(await send(HoverRequest.method, at))).not.toContain('https://libvirt.org/');
  });
});

const isPictureShown = async (options: Options, settings: unknown) => {
  const { client, at, send } = await openMarked(bridged, options);
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { 'libvirt-xml': settings },
  });
  return JSON.stringify(await send(HoverRequest.method, at)).includes('data:image/svg');
};

describe('pictures', () => {
  const initializationOptions = { showsPictures: true };
  test.each([
    ['are shown where the client can', { initializationOptions }, {}, true],
    ['are not sent to a client that does not say so', {}, {}, false],
    ['are not sent as plain text', { initializationOptions, capabilities: {} }, {}, false],
    ['can be switched off', { initializationOptions }, { hover: { pictures: false } }, false],
  ])('%s', async (_, options, settings, expected) => {
    expect(await isPictureShown(options, settings)).toBe(expected);
  });

  test.each([
    ['stand with suggestions too', {}, true],
    ['do not when they are switched off', { hover: { pictures: false } }, false],
  ])('%s', async (_, settings, expected) => {
    const { client, at, send } = await openMarked(bridged, { initializationOptions });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { 'libvirt-xml': settings },
    });
    const items = JSON.stringify(await send(CompletionRequest.method, at));
    expect(items).toContain('vepa');
    expect(items.includes('data:image/svg')).toBe(expected);
  });
});

describe('code actions', () => {
  const wrong = '<interface type="direct">\n  <source dev="eth0" mode="⟦brigde⟧"/>\n</interface>\n';

  /** With one edit to make in any document. */
  const alwaysFixing = {
    createService: (host: Parameters<typeof createLanguageService>[0]) => ({
      ...createLanguageService(host),
      findFixAll: () => [{ start: 0, end: 0, text: ' ' }],
    }),
  };

  test('mend the diagnostic under the cursor', async () => {
    const { client, document, at, range, send } = await openMarked(wrong);
    const { items } = await client.pull(document);
    const params = { ...at, range, context: { diagnostics: items } };
    const actions = await send<CodeAction[]>(CodeActionRequest.method, params);
    const [preferred] = actions;
    expect(preferred).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [items[0]] });
    const change = preferred?.edit?.documentChanges?.find(edit => TextDocumentEdit.is(edit));
    expect(change?.textDocument).toEqual({ uri: document.uri, version: 1 });
    expect(applyTo(document, change?.edits ?? [])).toContain('mode="bridge"/>');
  });

  test('name their diagnostic when the client sends none', async () => {
    const { document, at, range, send } = await openMarked(wrong);
    const params = { ...at, range, context: { diagnostics: [] } };
    const [action] = await send<CodeAction[]>(CodeActionRequest.method, params);
    expect(action?.diagnostics?.map(item => document.getText(item.range))).toEqual(['brigde']);
  });

  test('edit by changes where the client knows no versions', async () => {
    const { document, at, range, send } = await openMarked(wrong, {
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    });
    const params = { ...at, range, context: { diagnostics: [] } };
    const [action] = await send<CodeAction[]>(CodeActionRequest.method, params);
    expect(action).not.toHaveProperty('isPreferred');
    expect(applyTo(document, action?.edit?.changes?.[document.uri] ?? [])).toContain('mode="bridge"/>');
  });

  test('are none for a client that takes commands only', async () => {
    const { at, range, send } = await openMarked(wrong, { capabilities: {} });
    expect(await send(CodeActionRequest.method, { ...at, range, context: { diagnostics: [] } })).toBeNull();
  });

  test.each([
    [['quickfix'], 'quickfix'],
    [['refactor'], 'refactor.rewrite'],
    [['source'], 'source.fixAll.libvirt-xml'],
    [['source.fixAll'], 'source.fixAll.libvirt-xml'],
    [['source.fixAll.libvirt-xml'], 'source.fixAll.libvirt-xml'],
  ])('are of the kinds asked for: %o', async (only, expected) => {
    const { at, range, send } = await openMarked(wrong, { runtime: alwaysFixing });
    const params = { ...at, range, context: { diagnostics: [], only } };
    const actions = await send<CodeAction[]>(CodeActionRequest.method, params);
    expect(actions.length).toBeGreaterThan(0);
    expect(new Set(actions.map(action => action.kind))).toEqual(new Set([expected]));
  });

  test.each([['sour'], ['source.organizeImports'], ['refactor.inline']])('are none of the kind %s', async kind => {
    const { at, range, send } = await openMarked(wrong);
    const params = { ...at, range, context: { diagnostics: [], only: [kind] } };
    expect(await send(CodeActionRequest.method, params)).toEqual([]);
  });

  test('fix nothing else while the cursor only moves', async () => {
    const { at, range, send } = await openMarked(wrong, { runtime: alwaysFixing });
    const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic };
    const actions = await send<CodeAction[]>(CodeActionRequest.method, { ...at, range, context });
    expect(actions.filter(action => action.kind?.startsWith('source'))).toEqual([]);
    expect(actions).not.toEqual([]);
  });
});

describe('symbols', () => {
  const names = (symbols: readonly DocumentSymbol[]): string[] =>
    symbols.flatMap(symbol => [symbol.name, ...names(symbol.children ?? [])]);

  test('are a tree or a list, as the client takes them', async () => {
    const rich = await openMarked(bridged);
    const plain = await openMarked(bridged, { capabilities: {} });
    const tree = await rich.send<DocumentSymbol[]>(DocumentSymbolRequest.method, rich.at);
    const list = await plain.send<SymbolInformation[]>(DocumentSymbolRequest.method, plain.at);
    expect(tree).toHaveLength(1);
    expect(list.map(symbol => symbol.name)).toEqual(names(tree));
    expect(list[1]).toMatchObject({ containerName: tree[0]?.name, location: { uri: plain.document.uri } });
  });
});

test('folding ranges are lines', async () => {
  const { at, send } = await openMarked(bridged);
  const ranges = await send(FoldingRangeRequest.method, at);
  expect(ranges).toContainEqual(expect.objectContaining({ startLine: 2 }));
});

test('selection ranges grow from the cursor outwards', async () => {
  const { document, at, send } = await openMarked(bridged);
  const [innermost] = await send(SelectionRangeRequest.type, { ...at, positions: [at.position] }).then(r => r ?? []);
  expect(document.getText(innermost?.range)).toBe('bridge');
  expect(document.getText(innermost?.parent?.range).length).toBeGreaterThan('bridge'.length);
});

test('linked editing joins the names of a start tag and its end tag', async () => {
  const { document, at, send } = await openMarked('<dom|ain type="kvm"></domain>');
  const linked = await send(LinkedEditingRangeRequest.type, at);
  expect(linked?.ranges.map(range => document.getText(range))).toEqual(['domain', 'domain']);
});

test('highlights mark both tags', async () => {
  const { document, at, send } = await openMarked('<dom|ain type="kvm"></domain>');
  const highlights = await send(DocumentHighlightRequest.type, at);
  expect(highlights?.map(highlight => document.getText(highlight.range))).toEqual(['domain', 'domain']);
});

describe('formatting', () => {
  const options = { tabSize: 2, insertSpaces: true };
  const marked = '<domain type="kvm">\n<name>a</name>\n⟦      <memory>1</memory>⟧\n</domain>\n';

  test('indents the document', async () => {
    const { document, at, send } = await openMarked(marked);
    const edits = await send(DocumentFormattingRequest.type, { ...at, options });
    expect(applyTo(document, edits)).toBe('<domain type="kvm">\n  <name>a</name>\n  <memory>1</memory>\n</domain>\n');
  });

  test('indents the lines asked for', async () => {
    const { document, at, range, send } = await openMarked(marked);
    const edits = await send(DocumentRangeFormattingRequest.type, { ...at, range, options });
    expect(applyTo(document, edits)).toBe('<domain type="kvm">\n<name>a</name>\n  <memory>1</memory>\n</domain>\n');
  });
});

describe('requests of our own', () => {
  test.each([
    [bridged, 'xml', { id: 'domain', label: 'libvirt domain' }],
    ['<interface type="direct"/>', 'xml', { id: 'device', label: 'libvirt device fragment' }],
    ['<domain/>', 'xml', null],
    ['<domain/>', 'libvirt-xml', { id: 'domain', label: 'libvirt domain' }],
    [foreign, 'xml', null],
    ['', 'libvirt-xml', null],
  ])('tell what a document is: %s as %s', async (marked, languageId, expected) => {
    const { document, send } = await openMarked(marked, { languageId });
    expect(await send(DOCUMENT_KIND_REQUEST, { uri: document.uri })).toEqual(expected);
  });

  test('close a tag as it is typed, unless the settings say no', async () => {
    const { client, document, at, send } = await openMarked('<domain type="kvm"><devices>|</domain>');
    const params = { uri: document.uri, position: at.position };
    expect(await send(AUTO_CLOSE_REQUEST, params)).toBe('$0</devices>');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { 'libvirt-xml': { completion: { autoCloseTags: false } } },
    });
    expect(await send(AUTO_CLOSE_REQUEST, params)).toBeNull();
  });
});

const everyMethod =
  'completion hover codeAction documentSymbol foldingRange selectionRange linkedEditingRange documentHighlight'
    .split(' ')
    .concat('formatting', 'rangeFormatting');

test('a foreign document gets null from every feature', async () => {
  const { client, document, at, range, send } = await openMarked(foreign, { capabilities: fullCapabilities });
  const params = { ...at, range, positions: [at.position], context: { diagnostics: [] }, options: { tabSize: 2 } };
  const answers: unknown[] = [];
  for (const method of everyMethod) answers.push([method, await send(`textDocument/${method}`, params)]);
  expect(answers).toEqual(everyMethod.map(method => [method, null]));
  expect((await client.pull(document)).items).toEqual([]);
  expect(await send(AUTO_CLOSE_REQUEST, { uri: document.uri, position: at.position })).toBeNull();
});

describe('explain', () => {
  test("tells what a message of libvirt's means, with links to the pages", async () => {
    const { connection } = await connectClient();
    const text = "error: XML error: extra managerid unsupported in <virtualport type='openvswitch'>";
    expect(await connection.sendRequest(EXPLAIN_REQUEST, { text })).toContain(
      '(file:///docs/rules/virtualport/extra-parameter.md)',
    );
    expect(await connection.sendRequest(EXPLAIN_REQUEST, { text: 'nonsense' })).toBeNull();
  });
});
