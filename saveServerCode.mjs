// Has the built server serve a short session and keep the code that V8 compiled for it, for server/src/cli/loadServer.ts.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENT = 'examples/mistakes.xml';

/** Runs `dist/cli.cjs lsp --stdio` from initialize to exit: what an editor asks for first is compiled then. */
export async function saveServerCode() {
  for (const file of readdirSync('dist')) if (file.endsWith('.code')) rmSync(join('dist', file));
  const server = spawn(process.execPath, ['dist/cli.cjs', 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LIBVIRT_XML_SAVE_CODE: '1' },
  });
  const ended = new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', code => (code === 0 ? resolve() : reject(new Error(`the server ended with ${code}`))));
  });
  const send = message => {
    const content = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  };
  let answers = '';
  server.stdout.setEncoding('utf8').on('data', chunk => {
    const answered = answers.includes(LAST_ANSWER);
    answers += chunk;
    if (!answered && answers.includes(LAST_ANSWER)) farewell.forEach(send);
  });
  session(readFileSync(DOCUMENT, 'utf8')).forEach(send);
  await ended;
}

const LAST_ANSWER = '"id":4';
const farewell = [{ id: 5, method: 'shutdown' }, { method: 'exit' }];

function session(text) {
  const textDocument = { uri: 'file:///document.xml' };
  const position = { line: 1, character: 3 };
  const capabilities = {
    textDocument: {
      diagnostic: {},
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      hover: { contentFormat: ['markdown'] },
    },
  };
  return [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities } },
    { method: 'initialized', params: {} },
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { ...textDocument, languageId: 'xml', version: 1, text } },
    },
    { id: 2, method: 'textDocument/diagnostic', params: { textDocument } },
    { id: 3, method: 'textDocument/completion', params: { textDocument, position } },
    { id: 4, method: 'textDocument/hover', params: { textDocument, position } },
  ];
}
