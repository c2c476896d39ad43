import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Answer, type LibvirtCommand, readAnswers, writeScript } from './virshScript.ts';

const PROGRAMS = ['virsh', 'libvirtd', 'qemu-system-x86_64', 'xmllint'];
const SCHEMAS = '/usr/share/libvirt/schemas';
const SCHEMA = { define: 'domain.rng', 'net-define': 'network.rng', 'iface-define': 'interface.rng' } as const;

/** Why libvirt cannot be asked here, in one line; `undefined` when it can. */
export const libvirtAbsence: string | undefined =
  PROGRAMS.some(name => spawnSync(name, ['--version']).error !== undefined) || !existsSync(SCHEMAS)
    ? `skipped: libvirt cannot be asked without ${PROGRAMS.join(', ')}`
    : undefined;

/** The release of libvirt that is installed: `9.0.0`. */
export function installedVersion(): string {
  return spawnSync('virsh', ['--version'], { encoding: 'utf8' }).stdout.trim();
}

/** nobody: to define, libvirt's drivers need no rights; as root they look for users that the package would make. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Reading libvirt's schema takes virsh 0.1 s for each document, so it does that for one in so many. */
const VALIDATED = 20;

/**
 * Lets libvirt judge each document by its schema and by the driver that is meant: QEMU's, embedded in virsh; for
 * networks the one of a libvirtd of our own; for interfaces of the host the test driver. All of it works in a folder of
 * its own; the system's libvirt is not touched.
 */
export async function askLibvirt(command: LibvirtCommand, documents: readonly string[]): Promise<readonly Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-agreement-'));
  const daemon = command === 'net-define' ? startDaemon(folder) : undefined;
  try {
    for (const [index, text] of documents.entries()) writeFileSync(join(folder, `${index}.xml`), text);
    const refused = validate(command, documents.length, folder);
    checkSchemaVerdicts(command, documents, refused, folder);
    const valid = [...documents.keys()].filter(index => !refused.has(index));
    const answers = await define(command, documents, valid, folder);
    return documents.map((_, index) => answers.get(index) ?? { refusal: refused.get(index), dump: undefined });
  } finally {
    if (daemon) await stop(daemon);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What libvirt's schema has against documents, by their number. */
function validate(command: LibvirtCommand, count: number, folder: string): ReadonlyMap<number, string> {
  const files = Array.from({ length: count }, (_, index) => `${index}.xml`);
  const schema = join(SCHEMAS, SCHEMA[command]);
  const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', schema, ...files], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const refused = new Map<number, string>();
  for (const [, index, message = ''] of stderr.matchAll(/^(\d+)\.xml:\d+: (.*)$/gm))
    refused.set(Number(index), message);
  return refused;
}

/** xmllint has the code that libvirt validates with; that both say the same is looked at for some. */
function checkSchemaVerdicts(
  command: LibvirtCommand,
  documents: readonly string[],
  refused: ReadonlyMap<number, string>,
  folder: string,
): void {
  const some = [...documents.keys()].filter(index => index % VALIDATED === 0);
  const answers = runVirsh('test:///default', writeScript(command, documents, some, '--validate'), some, folder);
  for (const [index, answer] of answers) {
    const bySchema = answer.refusal?.includes('against schema') ?? false;
    if (bySchema !== refused.has(index)) {
      throw new Error(`xmllint: ${refused.get(index)}; virsh: ${answer.refusal}\n${documents[index]}`);
    }
  }
}

async function define(
  command: LibvirtCommand,
  documents: readonly string[],
  numbers: readonly number[],
  folder: string,
): Promise<ReadonlyMap<number, Answer>> {
  const uri = {
    define: `qemu:///embed?root=${join(folder, 'root')}`,
    'net-define': 'network:///session',
    'iface-define': 'test:///default',
  }[command];
  if (command === 'net-define') await exists(join(folder, 'libvirt', 'libvirt-sock'));
  return runVirsh(uri, writeScript(command, documents, numbers), numbers, folder);
}

function runVirsh(
  uri: string,
  script: string,
  numbers: readonly number[],
  folder: string,
): ReadonlyMap<number, Answer> {
  const output = join(folder, 'output');
  const file = openSync(output, 'w');
  // Both streams into one file, so that messages stand where they belong.
  const { error } = spawnSync('virsh', ['-q', '-c', uri], {
    ...inside(folder),
    input: script,
    stdio: ['pipe', file, file],
    timeout: 100_000,
  });
  closeSync(file);
  if (error) throw error;
  return readAnswers(readFileSync(output, 'utf8'), numbers);
}

interface Surroundings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

/** How a program of libvirt is run so that all it reads and writes is in the folder. */
function inside(folder: string): Surroundings {
  const user = process.getuid?.() === 0 ? NOBODY : undefined;
  for (const part of [folder, join(folder, 'root')]) {
    mkdirSync(part, { recursive: true });
    if (user) chownSync(part, user.uid, user.gid);
  }
  // Without its own daemon to look up networks in, the driver would start one and wait for it.
  const env = {
    ...process.env,
    LIBVIRT_AUTOSTART: '0',
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
  };
  return { cwd: folder, env, ...user };
}

/** Waits for a file, but no longer than 10 s. */
async function exists(file: string): Promise<void> {
  for (let tries = 0; !existsSync(file) && tries < 200; tries++) await setTimeout(50);
}

/** Ends by itself when nobody has asked for a minute: should this process be killed, it does not stay behind. */
function startDaemon(folder: string): ChildProcess {
  return spawn('libvirtd', ['--timeout', '60'], { ...inside(folder), stdio: 'ignore' });
}

async function stop(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null) return;
  const ended = new Promise(resolve => daemon.once('exit', resolve));
  daemon.kill();
  await ended;
}
