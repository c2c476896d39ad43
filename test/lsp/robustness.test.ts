import { describe, expect, test, vi } from 'vitest';
import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
} from 'vscode-languageserver';
import type { LanguageService } from '../../server/src/service.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { connectClient } from '../support/languageClient.ts';

const fragment = "<interface type='network'>\n  <source network='default'/>\n</interface>\n";

/** A runtime whose service is the real one but for the methods given. */
function serviceWith(methods: (service: LanguageService) => Partial<LanguageService>) {
  return {
    createService: (host: Parameters<typeof createLanguageService>[0]) => {
      const service = createLanguageService(host);
      return { ...service, ...methods(service) };
    },
  };
}

const fail = () => {
  throw new Error('the feature is broken');
};

describe('a feature that fails', () => {
  test('is logged, answers null, and leaves the others running', async () => {
    const client = await connectClient({ runtime: serviceWith(() => ({ doHover: fail })) });
    const document = await client.open(fragment);
    const textDocument = { uri: document.uri };
    const position = { line: 0, character: 3 };
    expect(await client.connection.sendRequest(HoverRequest.type, { textDocument, position })).toBeNull();
    expect(client.logged.join()).toContain('textDocument/hover failed: Error: the feature is broken');
    expect(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).not.toBeNull();
  });

  test('leaves no diagnostics behind, pulled or pushed', async () => {
    const runtime = serviceWith(() => ({ findFindings: fail }));
    const pulling = await connectClient({ runtime });
    expect(await pulling.pull(await pulling.open(fragment))).toEqual({ kind: 'full', items: [] });

    const pushing = await connectClient({ runtime, capabilities: {} });
    await pushing.open(fragment);
    await vi.waitFor(() => expect(pushing.logged.join()).toContain('textDocument/publishDiagnostics failed'));
  });

  test('may be the parser', async () => {
    const client = await connectClient({ runtime: serviceWith(() => ({ parse: fail })) });
    expect((await client.pull(await client.open(fragment))).items).toEqual([]);
    expect(client.logged.join()).toContain('the feature is broken');
  });
});

test('a request that is cancelled in time is answered as cancelled and not computed', async () => {
  const findFindings = vi.fn<LanguageService['findFindings']>(() => []);
  const client = await connectClient({ runtime: serviceWith(() => ({ findFindings })) });
  const document = await client.open(fragment);
  const cancellation = new CancellationTokenSource();
  const params = { textDocument: { uri: document.uri } };
  const answer = client.connection.sendRequest(DocumentDiagnosticRequest.type, params, cancellation.token);
  cancellation.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(findFindings).not.toHaveBeenCalled();
});

describe('a document', () => {
  test('is parsed once a version', async () => {
    const parse = vi.fn<() => void>();
    const runtime = serviceWith(service => ({
      parse: (...args) => {
        parse();
        return service.parse(...args);
      },
    }));
    const client = await connectClient({ runtime });
    const document = await client.open(fragment);
    const params = { textDocument: { uri: document.uri } };
    await client.pull(document);
    await client.connection.sendRequest(DocumentSymbolRequest.type, params);
    expect(parse).toHaveBeenCalledTimes(1);
    await client.change(document, 0, 0, '\n');
    await client.pull(document);
    await client.connection.sendRequest(DocumentSymbolRequest.type, params);
    expect(parse).toHaveBeenCalledTimes(2);
  });

  test('is read anew after a change whose version does not rise', async () => {
    const client = await connectClient();
    const document = await client.open(fragment);
    expect((await client.pull(document)).items).toEqual([]);
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version: 0 },
      contentChanges: [{ text: '<interface type="network"><sour/></interface>' }],
    });
    expect((await client.pull(document)).items).not.toEqual([]);
  });

  test('takes changes that reach behind its end', async () => {
    const client = await connectClient();
    const document = await client.open(fragment);
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 90, character: 0 }, end: { line: 91, character: 7 } }, text: '<!-- a -->\n' },
        { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 900 } }, text: '<b>' },
      ],
    });
    const [diagnostic] = (await client.pull(document)).items;
    expect(diagnostic?.range.start.line).toBe(3);
  });

  test('that is changed or closed but was never opened does no harm', async () => {
    const client = await connectClient();
    const document = await client.open(fragment);
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: 'file:///other.xml', version: 2 },
      contentChanges: [{ text: '' }],
    });
    expect((await client.pull(document)).items).toEqual([]);
  });

  test('that is foreign is never parsed', async () => {
    const parse = vi.fn<LanguageService['parse']>(fail);
    const client = await connectClient({ runtime: serviceWith(() => ({ parse })) });
    for (const [index, text] of [
      '<project/>',
      '<!-- <domain> --><beans>',
      'no XML',
      '<?xml?>\n<html:div/>',
    ].entries()) {
      const uri = `file:///${index}.xml`;
      await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'xml', version: 1, text },
      });
      const position = { line: 0, character: 1 };
      const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      expect(hover).toBeNull();
    }
    expect(parse).not.toHaveBeenCalled();
  });

  test.each(['\n', '\r\n', '\r'])('has its positions in UTF-16 units behind line ends of %j', async eol => {
    const client = await connectClient();
    const text = [
      '<interface type="network">',
      '  <!-- 🐧é -->',
      '  <description>🐧</description><sour/>',
      '</interface>',
    ];
    const document = await client.open(text.join(eol));
    const { items } = await client.pull(document);
    const unknown = items.find(item => document.getText(item.range) === 'sour');
    expect(unknown?.range).toEqual({ start: { line: 2, character: 32 }, end: { line: 2, character: 36 } });
  });
});
