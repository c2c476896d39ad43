import { expect, it } from 'vitest';
import { createBinder } from '../../server/src/binding/bind.ts';
import { documentKinds } from '../../server/src/schema/catalogue.ts';
import { parseXml } from '../../server/src/xml/parse.ts';

const QEMU = 'http://libvirt.org/schemas/domain/qemu/1.0';

function boundNames(xml: string): readonly string[] {
  const { root } = createBinder(documentKinds)(parseXml(xml));
  return (root?.children ?? []).map(child => child.declaration.name);
}

it.each([
  `<domain type='kvm' xmlns:qemu='${QEMU}'><qemu:commandline/></domain>`,
  `<domain type='kvm' xmlns:q='${QEMU}'><q:commandline/></domain>`,
  `<domain type='kvm'><ns0:commandline xmlns:ns0='${QEMU}'/></domain>`,
  `<domain type='kvm'><commandline xmlns='${QEMU}'/></domain>`,
  `<domain type='kvm'><qemu:commandline/></domain>`,
])('finds an element of a namespace by the namespace, not by its prefix: %s', xml => {
  expect(boundNames(xml)).toEqual(['qemu:commandline']);
});

it.each([
  `<domain type='kvm' xmlns:qemu='urn:other'><qemu:commandline/></domain>`,
  `<domain type='kvm'><name xmlns='urn:other'/></domain>`,
  `<domain type='kvm'><x:name xmlns:x='${QEMU}'/></domain>`,
])('does not take the names of another namespace for its own: %s', xml => {
  expect(boundNames(xml)).toEqual([]);
});
