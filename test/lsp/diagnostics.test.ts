import { describe, expect, test, vi } from 'vitest';
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { UPDATE_DELAY } from '../../server/src/lsp/workspace.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { connectClient, fullCapabilities, type TestClient } from '../support/languageClient.ts';
import { parseMarked } from '../support/marker.ts';

const pushCapabilities: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

/** A fragment whose mode is wrong, at the marked place. */
const badMode = parseMarked("<interface type='direct'>\n  <source dev='eth0' mode='⟦brigde⟧'/>\n</interface>\n");

function places(document: TextDocument, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range }) => `${code}: ${document.getText(range)}`);
}

function published(count: number, client: TestClient): Promise<void> {
  return vi.waitFor(() => expect(client.published).toHaveLength(count));
}

/** A runtime whose service has these findings in every document. */
function withFindings(findings: readonly Finding[]): Pick<Runtime, 'createService'> {
  return { createService: host => ({ ...createLanguageService(host), findFindings: () => findings }) };
}

describe('pulled', () => {
  test('with range, severity, code, source and a page that ships', async () => {
    const client = await connectClient();
    const document = await client.open(badMode.text);
    const report = await client.pull(document);
    expect(places(document, report.items)).toEqual(['value/not-allowed: brigde']);
    expect(report.items[0]).toMatchObject({
      severity: 1,
      source: 'libvirt',
      codeDescription: { href: 'file:///docs/rules/value/not-allowed.md' },
    });
  });

  test('unchanged while neither the text nor the settings are other ones', async () => {
    const client = await connectClient();
    const document = await client.open(badMode.text);
    const first = await client.pull(document);
    expect(await client.pull(document, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

    await client.change(document, 0, 0, ' ');
    const second = await client.pull(document, first.resultId);
    expect(second.kind).toBe('full');
    expect(second.resultId).not.toBe(first.resultId);

    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { 'libvirt-xml': { validation: { enabled: false } } },
    });
    expect(await client.pull(document, second.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  test('of the text as the edits have made it', async () => {
    const client = await connectClient();
    const document = await client.open(badMode.text);
    const [range] = badMode.ranges;
    await client.change(document, range?.start ?? 0, range?.end ?? 0, 'bridge');
    expect((await client.pull(document)).items).toEqual([]);
  });

  test('and never pushed', async () => {
    const client = await connectClient();
    await client.pull(await client.open(badMode.text));
    expect(client.published).toEqual([]);
  });

  test('nothing about a document that is not open', async () => {
    const client = await connectClient();
    const document = await client.open(badMode.text);
    await client.close(document);
    expect((await client.pull(document)).items).toEqual([]);
  });
});

describe('pushed to a client that cannot pull', () => {
  test('when a document opens, changes and closes', async () => {
    const client = await connectClient({ capabilities: pushCapabilities });
    const document = await client.open(badMode.text);
    await published(1, client);
    expect(client.published[0]).toMatchObject({ uri: document.uri, version: 1 });
    expect(places(document, client.published[0]?.diagnostics ?? [])).toEqual(['value/not-allowed: brigde']);

    const [range] = badMode.ranges;
    await client.change(document, range?.start ?? 0, range?.end ?? 0, 'bridge');
    await published(2, client);
    expect(client.published[1]).toMatchObject({ version: 2, diagnostics: [] });

    await client.close(document);
    await published(3, client);
    expect(client.published[2]).toEqual({ uri: document.uri, diagnostics: [] });
  });

  test('once for keystrokes that follow each other', async () => {
    const delays: number[] = [];
    const waiting = new Set<() => void>();
    const schedule = (milliseconds: number, callback: () => void) => {
      // The other one is for the workspace's sake.
      if (milliseconds === UPDATE_DELAY) return () => {};
      delays.push(milliseconds);
      waiting.add(callback);
      return () => waiting.delete(callback);
    };
    const client = await connectClient({ capabilities: pushCapabilities, runtime: { schedule } });
    const document = await client.open(badMode.text);
    for (const letter of 'abc') await client.change(document, 0, 0, letter);
    await vi.waitFor(() => expect(delays).toEqual([0, 150, 150, 150]));
    for (const callback of waiting) callback();
    await published(1, client);
    expect(client.published[0]?.version).toBe(4);
  });

  test('never about a foreign document, but taken back from one that was ours', async () => {
    const client = await connectClient({ capabilities: pushCapabilities });
    const foreign = await client.open('<project/>', { uri: 'file:///pom.xml' });
    const document = await client.open(badMode.text);
    await published(1, client);
    await client.change(document, 0, badMode.text.length, '<project/>');
    await published(2, client);
    expect(client.published[1]).toMatchObject({ uri: document.uri, diagnostics: [] });
    await client.close(foreign);
    await client.close(document);
    await published(3, client);
    expect(client.published.map(({ uri }) => uri)).not.toContain(foreign.uri);
  });

  test('without what the client does not know', async () => {
    const client = await connectClient({ capabilities: pushCapabilities });
    await client.open(badMode.text);
    await published(1, client);
    const [diagnostic] = client.published[0]?.diagnostics ?? [];
    expect(Object.keys(diagnostic ?? {}).toSorted()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });
});

test('the settings are pulled again when they change, if the client refreshes', async () => {
  const refreshed = vi.fn<() => void>();
  const client = await connectClient({
    prepare: connection => connection.onRequest(DiagnosticRefreshRequest.type, refreshed),
  });
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await vi.waitFor(() => expect(refreshed).toHaveBeenCalledOnce());
});

describe('findings as diagnostics', () => {
  const finding: Finding = {
    code: 'x/y',
    severity: 'warning',
    range: { start: 11, end: 15 },
    message: 'This is dropped.',
    libvirtMessage: 'XML error: no',
    unnecessary: true,
    related: [{ range: { start: 1, end: 10 }, message: 'The first one.' }],
  };
  test('carry related places, tags and what libvirt says', async () => {
    const client = await connectClient({ runtime: withFindings([finding]) });
    const document = await client.open(badMode.text);
    const [diagnostic] = (await client.pull(document)).items;
    expect(diagnostic).toMatchObject({
      message: 'This is dropped.\nlibvirt says: XML error: no',
      severity: 2,
      tags: [1],
      data: { libvirtMessage: 'XML error: no' },
      relatedInformation: [{ message: 'The first one.', location: { uri: document.uri } }],
    });
    expect(document.getText(diagnostic?.relatedInformation?.[0]?.location.range)).toBe('interface');
  });

  test('have no page where none ships', async () => {
    const runtime = { ...withFindings([finding]), findRulePage: () => undefined };
    const client = await connectClient({ runtime });
    const [diagnostic] = (await client.pull(await client.open(badMode.text))).items;
    expect(diagnostic?.codeDescription).toBeUndefined();
  });

  test('are a bounded number', async () => {
    const client = await connectClient({ runtime: withFindings(Array.from({ length: 5000 }, () => finding)) });
    expect((await client.pull(await client.open(badMode.text))).items).toHaveLength(1000);
  });

  test.each([
    ['information', 3],
    ['hint', 4],
  ] as const)('keep the severity %s', async (severity, expected) => {
    const client = await connectClient({
      capabilities: fullCapabilities,
      runtime: withFindings([{ ...finding, severity }]),
    });
    expect((await client.pull(await client.open(badMode.text))).items[0]?.severity).toBe(expected);
  });
});
