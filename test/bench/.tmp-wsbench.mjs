// ../../tmp/wsbench.ts
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// test/bench/figures.ts
function isMissed({ value, bound }) {
  if (bound === void 0) return false;
  return bound.kind === "at most" ? value > bound.value : value < bound.value;
}
function renderFigures(figures) {
  const rows = figures.map((figure) => [
    figure.name,
    render(figure.value, figure.unit),
    renderBound(figure),
    verdict(figure)
  ]);
  const table = [["figure", "measured", "bound", ""], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map(
    (row) => row.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join("  ").trimEnd()
  ).join("\n");
}
function pad(cell, column, width) {
  return column === 1 ? cell.padStart(width) : cell.padEnd(width);
}
function render(value, unit) {
  return `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
}
function renderBound({ bound, unit }) {
  return bound === void 0 ? "" : `${bound.kind} ${bound.value} ${unit}`;
}
function verdict(figure) {
  if (figure.bound === void 0) return "";
  return isMissed(figure) ? "MISSED" : "kept";
}

// test/bench/workspace.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// test/bench/mixedInterfaces.ts
function mixedInterfaces(first, count) {
  return Array.from({ length: count }, (_, index) => KINDS[index % KINDS.length]?.(first + index) ?? "").join("");
}
var KINDS = [
  (index) => `    <interface type='network'>
      <mac address='${mac(index)}'/>
      <source network='default'/>
      <model type='virtio'/>
      <driver name='vhost' queues='4'/>
      <link state='up'/>
      ${pciAddress(index)}
    </interface>
`,
  (index) => `    <interface type='bridge'>
      <mac address='${mac(index)}'/>
      <source bridge='br0'/>
      <virtualport type='openvswitch'>
        <parameters profileid='tenant'/>
      </virtualport>
      <target dev='tap${index}'/>
      <model type='virtio'/>
      ${pciAddress(index)}
    </interface>
`,
  (index) => `    <interface type='direct'>
      <mac address='${mac(index)}'/>
      <source dev='eth0' mode='vepa'/>
      <virtualport type='802.1Qbg'>
        <parameters managerid='11' typeid='1193047' typeidversion='2'/>
      </virtualport>
      <model type='virtio'/>
      ${pciAddress(index)}
    </interface>
`,
  (index) => `    <interface type='direct'>
      <mac address='${mac(index)}'/>
      <source dev='eth1' mode='bridge'/>
      <model type='e1000e'/>
      <boot order='${index + 1}'/>
      ${pciAddress(index)}
    </interface>
`
];
function mac(index) {
  return `52:54:00:00:${octet(index >> 8)}:${octet(index)}`;
}
function pciAddress(index) {
  return `<address type='pci' domain='0x0000' bus='0x${octet(1 + index % 255)}' slot='0x${octet(index / 255)}' function='0x0'/>`;
}
function octet(value) {
  return (value & 255).toString(16).padStart(2, "0");
}

// test/bench/benchDocuments.ts
var smallDomain = domain(mixedInterfaces(0, 8));
var largeDomain = domain(mixedInterfaces(0, 500));
function domain(interfaces, name = "bench", uuid = "4dea22b3-1d52-d8f3-2516-782e98ab3fa0") {
  return `<domain type='kvm'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='GiB'>4</memory>
  <currentMemory unit='GiB'>4</currentMemory>
  <vcpu placement='static'>4</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <features>
    <acpi/>
    <apic/>
  </features>
  <cpu mode='host-passthrough' check='none' migratable='on'/>
  <clock offset='utc'>
    <timer name='rtc' tickpolicy='catchup'/>
    <timer name='pit' tickpolicy='delay'/>
    <timer name='hpet' present='no'/>
  </clock>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <pm>
    <suspend-to-mem enabled='no'/>
    <suspend-to-disk enabled='no'/>
  </pm>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2' discard='unmap'/>
      <source file='/var/lib/libvirt/images/bench.qcow2'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'>
      <driver name='qemu' type='raw'/>
      <target dev='sda' bus='sata'/>
      <readonly/>
    </disk>
    <controller type='usb' index='0' model='qemu-xhci' ports='15'/>
    <controller type='sata' index='0'/>
    <controller type='virtio-serial' index='0'/>
${interfaces}    <serial type='pty'>
      <target type='isa-serial' port='0'/>
    </serial>
    <console type='pty'>
      <target type='serial' port='0'/>
    </console>
    <channel type='unix'>
      <target type='virtio' name='org.qemu.guest_agent.0'/>
    </channel>
    <channel type='spicevmc'>
      <target type='virtio' name='com.redhat.spice.0'/>
    </channel>
    <tpm model='tpm-crb'>
      <backend type='emulator' version='2.0'/>
    </tpm>
    <filesystem type='mount' accessmode='mapped'>
      <source dir='/srv/shared'/>
      <target dir='shared'/>
      <readonly/>
    </filesystem>
    <input type='tablet' bus='usb'/>
    <input type='mouse' bus='ps2'/>
    <input type='keyboard' bus='ps2'/>
    <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'>
      <listen type='address' address='127.0.0.1'/>
    </graphics>
    <sound model='ich9'/>
    <video>
      <model type='virtio' heads='1' primary='yes'/>
    </video>
    <watchdog model='i6300esb' action='reset'/>
    <memballoon model='virtio'/>
    <rng model='virtio'>
      <backend model='random'>/dev/urandom</backend>
    </rng>
  </devices>
</domain>
`;
}

// test/bench/editorSession.ts
import { spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest
} from "vscode-languageserver-protocol/node";
var CLI = resolve("dist/cli.cjs");
var DOCUMENT = "file:///bench.xml";
async function startSession(folder) {
  const server = spawn(process.execPath, [CLI, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin)
  );
  const workspaceRead = new Promise((done) => {
    connection.onRequest(WorkDoneProgressCreateRequest.type, () => {
    });
    connection.onNotification("$/progress", ({ value }) => {
      if (value.kind === "end") done();
    });
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folder === void 0 ? null : [{ uri: folder, name: "bench" }],
    capabilities: {
      window: { workDoneProgress: true },
      general: { positionEncodings: ["utf-16"] },
      textDocument: {
        diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
        hover: { contentFormat: ["markdown"] }
      }
    }
  });
  await connection.sendNotification(InitializedNotification.type, {});
  if (folder !== void 0) await workspaceRead;
  return createSession(connection, server);
}
function createSession(connection, server) {
  const textDocument = { uri: DOCUMENT };
  let version = 0;
  let previousResultId;
  const change = (start, end, text) => connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: DOCUMENT, version: ++version },
    contentChanges: [{ range: { start, end }, text }]
  });
  return {
    open: (text) => connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: DOCUMENT, languageId: "xml", version: ++version, text }
    }),
    type: (position, text) => change(position, position, text),
    erase: (position, characters) => change(position, { line: position.line, character: position.character + characters }, ""),
    diagnostics: async () => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument,
        ...previousResultId === void 0 ? {} : { previousResultId }
      });
      previousResultId = report.resultId;
      return report.kind === "full" ? report.items : [];
    },
    complete: async (position) => {
      const answer = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
      return answer === null ? 0 : Array.isArray(answer) ? answer.length : answer.items.length;
    },
    hover: async (position) => await connection.sendRequest(HoverRequest.type, { textDocument, position }) !== null,
    residentMemory: () => {
      const ps = spawnSync("ps", ["-o", "rss=", "-p", String(server.pid)], { encoding: "utf8" });
      return Number(ps.stdout) / 1024;
    },
    close: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    }
  };
}

// test/bench/statistics.ts
function median(values) {
  return percentile(values, 50);
}
function percentile(values, rank) {
  const sorted = values.toSorted((one, other) => one - other);
  const index = Math.max(0, Math.ceil(rank / 100 * sorted.length) - 1);
  const value = sorted[index];
  if (value === void 0) throw new Error("no values");
  return value;
}

// test/bench/typing.ts
var WARM_UP = 50;
var ROUNDS = 300;
async function measureTyping(name, text, bounds, folder) {
  const session = await startSession(folder);
  await session.open(text);
  const found = await session.diagnostics();
  if (found.some(({ severity }) => severity === 1)) throw new Error(`errors on ${name}: ${JSON.stringify(found[0])}`);
  const places = findPlaces(text);
  const at = (round) => places[round * 7919 % places.length] ?? { line: 0, character: 0 };
  const diagnostics = await timeEach((round) => keystroke(session, at(round), () => session.diagnostics()));
  const typedCompletion = await timeEach((round) => keystroke(session, at(round), () => session.complete(at(round))));
  const completion = await timeEach((round) => timed(() => session.complete(at(round))));
  const hover = await timeEach((round) => timed(() => session.hover(at(round))));
  const memory = session.residentMemory();
  await session.close();
  return [
    { name: `keystroke to diagnostics median, ${name}`, value: median(diagnostics), unit: "ms" },
    p95(`keystroke to diagnostics p95, ${name}`, diagnostics, bounds.diagnostics),
    p95(`keystroke to completion p95, ${name}`, typedCompletion, bounds.diagnostics),
    p95(`completion p95, ${name}`, completion, bounds.completion),
    p95(`hover p95, ${name}`, hover, bounds.hover),
    {
      name: `resident memory after ${name}`,
      value: memory,
      unit: "MiB",
      ...bounds.residentMemory === void 0 ? {} : { bound: { kind: "at most", value: bounds.residentMemory } }
    }
  ];
}
function p95(name, times, bound) {
  return { name, value: percentile(times, 95), unit: "ms", bound: { kind: "at most", value: bound } };
}
function findPlaces(text) {
  return text.split("\n").flatMap(
    (content, line) => Array.from(content.matchAll(/='/g), (match) => ({ line, character: match.index + match[0].length }))
  );
}
async function timeEach(round) {
  for (let index = 0; index < WARM_UP; index++) await round(index);
  const times = [];
  for (let index = 0; index < ROUNDS; index++) times.push(await round(index));
  return times;
}
async function keystroke(session, place, ask) {
  const elapsed = await timed(async () => {
    await session.type(place, "x");
    await ask();
  });
  await session.erase(place, 1);
  await session.diagnostics();
  return elapsed;
}
async function timed(action) {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

// test/bench/workspace.ts
var DOMAINS = 2e3;
var INTERFACES = 8;
var ROUNDS2 = 3;
async function measureWorkspace(parent) {
  const folder = join(parent, "workspace");
  mkdirSync(folder);
  for (let index = 0; index < DOMAINS; index++) {
    const uuid = `4dea22b3-1d52-d8f3-2516-${String(index).padStart(12, "0")}`;
    const interfaces = mixedInterfaces((index + 1) * INTERFACES, INTERFACES);
    writeFileSync(join(folder, `${index}.xml`), domain(interfaces, `guest${index}`, uuid));
  }
  writeFileSync(
    join(folder, "network.xml"),
    "<network>\n  <name>default</name>\n  <bridge name='virbr0'/>\n</network>\n"
  );
  const uri = pathToFileURL(folder).href;
  const reading = [];
  for (let round = 0; round < ROUNDS2; round++) {
    const started = performance.now();
    const session = await startSession(uri);
    reading.push(performance.now() - started);
    await session.close();
  }
  const name = `150 lines beside ${DOMAINS} domains`;
  return [
    {
      name: `spawn to ${DOMAINS} domains read`,
      value: median(reading),
      unit: "ms",
      bound: { kind: "at most", value: 3e3 }
    },
    ...await measureTyping(
      name,
      smallDomain,
      { diagnostics: 10, completion: 10, hover: 10, residentMemory: 150 },
      uri
    )
  ];
}

// ../../tmp/wsbench.ts
var f = mkdtempSync(join2(tmpdir(), "wsb-"));
try {
  console.log(renderFigures(await measureWorkspace(f)));
} finally {
  rmSync(f, { recursive: true });
}
