/** What virsh defines: domains, networks, interfaces of the host. */
export type LibvirtCommand = 'define' | 'net-define' | 'iface-define';

const FOLLOWING = {
  define: ['dumpxml --inactive', 'undefine'],
  'net-define': ['net-dumpxml --inactive', 'net-undefine'],
  'iface-define': ['iface-dumpxml --inactive', 'iface-undefine'],
} as const;

/** What libvirt says to one document. */
export interface Answer {
  /** The message of its schema or of the driver; `undefined` when both take it. */
  readonly refusal: string | undefined;
  /** What the driver wrote down of it. */
  readonly dump: string | undefined;
}

/**
 * A script for the standard input of virsh, which goes on after an error: it defines some of the documents, the one of
 * number `n` from the file `n.xml`.
 */
export function writeScript(
  command: LibvirtCommand,
  documents: readonly string[],
  numbers: readonly number[],
  option = '',
): string {
  return numbers
    .flatMap(number => {
      const name = nameOf(command, documents[number] ?? '');
      const following = name === undefined ? [] : FOLLOWING[command].map(step => `${step} "${name}"`);
      return [`echo @${number}@`, `${command} ${option} ${number}.xml`, ...following];
    })
    .concat('echo @end@', '')
    .join('\n');
}

/** The name that libvirt will know it by, where virsh can be told it. */
function nameOf(command: LibvirtCommand, text: string): string | undefined {
  const pattern = command === 'iface-define' ? /<interface\b[^>]*?\sname=['"]([^'"]*)/ : /<name\b[^>]*>([^<]*)</;
  const name = pattern.exec(text)?.[1];
  return name !== undefined && /^[^"&\\]+$/.test(name) ? name : undefined;
}

/** What virsh has written to such a script, both streams together. */
export function readAnswers(output: string, numbers: readonly number[]): ReadonlyMap<number, Answer> {
  // A mark stands at the start of a line only where echo has written it.
  const sections = new Map(
    [...output.matchAll(/^@(\d+)@([\s\S]*?)(?=^@(?:\d+|end)@)/gm)].map(match => [Number(match[1]), match[2] ?? '']),
  );
  return new Map(
    numbers.map(number => {
      const section = sections.get(number);
      if (section === undefined) throw new Error(`virsh says nothing to document ${number}: ${output.slice(-400)}`);
      const failed = /^error: Failed to define .*\n(?:error: )?(.*)/m.exec(section);
      return [
        number,
        {
          refusal: failed ? (failed[1] ?? '') : undefined,
          dump: /^<(domain|network|interface)\b[\s\S]*?^<\/\1>/m.exec(section)?.[0],
        },
      ];
    }),
  );
}
