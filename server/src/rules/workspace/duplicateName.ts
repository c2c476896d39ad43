import { domain } from '../../schema/domain/domain.ts';
import { network } from '../../schema/network/network.ts';
import { normalizeUuid } from '../../workspace/fileFacts.ts';
import { placedText } from '../../workspace/placed.ts';
import { removeElement, replaceText } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';

/** Two domains of one name that are not the same guest, or two such networks. */
export const duplicateName: Rule = {
  code: 'workspace/duplicate-name',
  severity: 'warning',
  covers: ['XD17', 'NW81'],
  page: {
    title: 'Name of a domain or network that another one has as well',
    explanation: `A host has one domain and one network of a name. When the second one comes with another UUID, libvirt refuses it: \`domain 'web' already exists with uuid …\`, \`network 'lab' already exists with uuid …\`. When both have the same UUID, or one has none, they are taken for the same guest or network, and nothing is said.

It is a warning and no error, because the two files may be meant for two hosts.`,
    beside: ["<domain type='kvm'>\n  <name>web</name>\n  <uuid>5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a01</uuid>\n</domain>"],
    bad: "<domain type='kvm'>\n  <name>web</name>\n  <uuid>a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02</uuid>\n</domain>",
    good: "<domain type='kvm'>\n  <name>web2</name>\n  <uuid>a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02</uuid>\n</domain>",
  },
  on: [domain, network],
  check(element, { document, workspace, report }) {
    const name = placedText(element.xml, 'name');
    const uuid = placedText(element.xml, 'uuid');
    if (!workspace || !name || !uuid) return;
    const { files } = workspace;
    const kind = element.declaration === network ? 'network' : 'domain';
    const other = files
      .filesWith(kind, name.value)
      .find(file => file.uri !== workspace.uri && file.uuid && file.uuid.value !== normalizeUuid(uuid.value));
    if (!other?.name) return;
    report({
      range: name.range,
      message: `Another ${kind} of this workspace has the name ${name.value} with another UUID. libvirt refuses the second one on the same host. Write another name${kind === 'domain' ? ', or remove <uuid> if this is the same guest' : ''}.`,
      related: [{ uri: other.uri, range: other.name.range, message: `${name.value} is defined here as well` }],
      fixes: () => {
        const child = findChild(element.xml, 'name');
        const uuidElement = findChild(element.xml, 'uuid');
        const free = freeName(name.value, candidate => files.filesWith(kind, candidate).length > 0);
        return [
          ...(child
            ? [{ title: `Name it ${free}`, preferred: true as const, edits: replaceText(document.xml, child, free) }]
            : []),
          // A network without a UUID is given a fresh one, which is another one again.
          ...(uuidElement && kind === 'domain'
            ? [{ title: 'Remove <uuid>', edits: removeElement(document.xml, uuidElement) }]
            : []),
        ];
      },
    });
  },
};

/** `web-2`, or the next number that nobody has. */
function freeName(name: string, isTaken: (candidate: string) => boolean): string {
  let number = 2;
  while (isTaken(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
