import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  type RelatedFullDocumentDiagnosticReport,
  ShutdownRequest,
} from 'vscode-languageserver';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { fullCapabilities } from '../support/languageClient.ts';

const root = join(import.meta.dirname, '../..');
const uri = 'file:///guest.xml';

beforeAll(() => {
  const built = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
});

function start(args: readonly string[], stdio: 'pipe' | 'ipc'): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: stdio === 'ipc' ? ['ignore', 'inherit', 'inherit', 'ipc'] : ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill();
  });
  return child;
}

/** One editor's session from the first to the last message. */
async function checkSession(child: ChildProcess, connection: ProtocolConnection): Promise<void> {
  connection.listen();
  const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: fullCapabilities,
  });
  expect(serverInfo).toEqual({ name: 'libvirt-xml', version });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'xml', version: 1, text: '<interface type="network"><sour/></interface>' },
  });
  const report = await connection.sendRequest<RelatedFullDocumentDiagnosticReport>(DocumentDiagnosticRequest.method, {
    textDocument: { uri },
  });
  const [diagnostic] = report.items;
  const page = fileURLToPath(diagnostic?.codeDescription?.href ?? 'file:///');
  expect(page).toBe(join(root, 'docs/rules', `${diagnostic?.code}.md`));
  expect(existsSync(page)).toBe(true);

  const exited = once(child, 'exit');
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect((await exited)[0]).toBe(0);
}

test('dist/cli.cjs lsp --stdio serves an editor over its standard streams', async () => {
  const child = start(['dist/cli.cjs', 'lsp', '--stdio'], 'pipe');
  if (child.stdout === null || child.stdin === null) throw new Error('no streams');
  await checkSession(child, createProtocolConnection(child.stdout, child.stdin));
});

test('dist/server.cjs --node-ipc serves VS Code', async () => {
  const child = start(['dist/server.cjs', '--node-ipc'], 'ipc');
  await checkSession(child, createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)));
});

test('a server whose editor has gone ends', async () => {
  const child = start(['dist/cli.cjs', 'lsp', '--stdio'], 'pipe');
  const exited = once(child, 'exit');
  child.stdin?.end();
  expect((await exited)[0]).toBe(1);
});
