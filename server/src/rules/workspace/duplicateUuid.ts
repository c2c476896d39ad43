import { domain } from '../../schema/domain/domain.ts';
import { network } from '../../schema/network/network.ts';
import { normalizeUuid } from '../../workspace/fileFacts.ts';
import { placedText } from '../../workspace/placed.ts';
import { removeElement, replaceText } from '../../xml/edit.ts';
import { findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { domainLabel } from './otherDomains.ts';

/** A UUID that was copied along with a domain or network. */
export const duplicateUuid: Rule = {
  code: 'workspace/duplicate-uuid',
  severity: 'warning',
  covers: ['XD18', 'NW81'],
  page: {
    title: 'UUID of a domain or network that another one has as well',
    explanation: `A UUID belongs to one domain or network. On a host that has one with the same UUID and another name, libvirt refuses the document: \`domain 'web' is already defined with uuid …\`, \`network 'lab' is already defined with uuid …\`. It mostly comes from a copied file. Without \`<uuid>\` libvirt makes a fresh one.

It is a warning and no error, because it may have been renamed, with the file of the old name still there.`,
    beside: ["<domain type='kvm'>\n  <name>web</name>\n  <uuid>5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a01</uuid>\n</domain>"],
    bad: "<domain type='kvm'>\n  <name>mail</name>\n  <uuid>5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a01</uuid>\n</domain>",
    good: "<domain type='kvm'>\n  <name>mail</name>\n  <uuid>a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02</uuid>\n</domain>",
  },
  on: [domain, network],
  check(element, { document, workspace, report }) {
    const uuid = placedText(element.xml, 'uuid');
    const name = placedText(element.xml, 'name');
    if (!workspace || !uuid || !name) return;
    const ofNetwork = element.declaration === network;
    const other = workspace.files
      .filesWith(ofNetwork ? 'networkUuid' : 'domainUuid', normalizeUuid(uuid.value))
      .find(file => file.uri !== workspace.uri && file.name && file.name.value !== name.value);
    if (!other?.uuid) return;
    report({
      range: uuid.range,
      message: `The ${ofNetwork ? `network ${other.name?.value}` : domainLabel(other)} has this UUID as well. libvirt refuses the second one on the same host. Write another UUID, or remove <uuid>: libvirt then makes one.`,
      ...(other.name && {
        libvirtMessage: `${ofNetwork ? 'network' : 'domain'} '${other.name.value}' is already defined with uuid ${uuid.value}`,
      }),
      related: [{ uri: other.uri, range: other.uuid.range, message: 'The same UUID is here' }],
      fixes: generator => {
        const child = findChild(element.xml, 'uuid');
        if (!child) return [];
        const fresh = generator.uuid();
        return [
          { title: `Write a fresh UUID: ${fresh}`, preferred: true, edits: replaceText(document.xml, child, fresh) },
          { title: 'Remove <uuid>', edits: removeElement(document.xml, child) },
        ];
      },
    });
  },
};
