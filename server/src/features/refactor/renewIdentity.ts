import type { BoundDocument } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import { removeElement, replaceText, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute, findChild, walkElements } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { CodeAction } from '../model.ts';

/** Prefixes that hypervisors make addresses under; a copy keeps them. */
const PREFIXES = ['52:54:00', '00:16:3e', '08:00:27', '00:0c:29', '42:1c:00'];

/** Names that libvirt gives out by itself (virDomainNetDefPostParse in domain_postparse.c and its neighbours). */
const GENERATED_NAME = /^(?:vnet|macvtap|macvlan|vif)\d/;

/** A fresh address in place of the one that an interface has. */
export function renewMac({ xml }: BoundDocument, mac: XmlElement, generator: Generator): readonly CodeAction[] {
  const edits = mac.name === 'mac' ? renewAddress(xml, mac, generator) : [];
  if (edits.length === 0) return [];
  return [{ title: 'Generate a new MAC address', kind: 'refactor.rewrite', preferred: false, edits }];
}

/** Everything that may exist only once, made anew in a document that was copied from another guest's. */
export function renewIdentity({ xml }: BoundDocument, domain: XmlElement, generator: Generator): readonly CodeAction[] {
  if (domain.name !== 'domain' || domain !== xml.root) return [];
  const uuid = findChild(domain, 'uuid');
  const ofUuid = uuid ? replaceText(xml, uuid, generator.uuid()) : [];
  const ofInterfaces = [...walkElements(xml)].flatMap(element => renewPart(xml, element, generator));
  const edits = [...ofUuid, ...ofInterfaces];
  if (edits.length === 0) return [];
  return [
    {
      title: 'Renew the identity of this copy (UUID, MAC addresses, port ids; name it yourself)',
      kind: 'refactor.rewrite',
      preferred: false,
      edits,
    },
  ];
}

function renewPart(xml: XmlDocument, element: XmlElement, generator: Generator): readonly TextEdit[] {
  if (element.parent?.name === 'virtualport' && element.name === 'parameters') {
    return ['instanceid', 'interfaceid'].flatMap(name => {
      const id = findAttribute(element, name);
      return id ? replaceValue(xml, id, generator.uuid()) : [];
    });
  }
  if (element.parent?.name !== 'interface') return [];
  if (element.name === 'mac') return renewAddress(xml, element, generator);
  const isGenerated = element.name === 'target' && GENERATED_NAME.test(attributeValue(element, 'dev') ?? '');
  return isGenerated ? removeElement(xml, element) : [];
}

function renewAddress(xml: XmlDocument, mac: XmlElement, generator: Generator): readonly TextEdit[] {
  const address = findAttribute(mac, 'address');
  if (!address?.valueRange) return [];
  const prefix = PREFIXES.find(known => address.value.toLowerCase().startsWith(known));
  return replaceValue(xml, address, generator.mac(prefix));
}
