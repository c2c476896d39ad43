import type { BoundElement } from '../../binding/model.ts';
import type { Driver } from '../../schema/documentation.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { groupBy } from '../groupBy.ts';
import { selectedType } from '../interface/selectedType.ts';

/** The `<source>` of a macvtap interface, its lower device and its mode. */
export interface MacvtapSource {
  readonly source: XmlElement;
  readonly dev: XmlAttribute;
  /** `undefined` when not written: libvirt then takes `vepa`. */
  readonly mode: XmlAttribute | undefined;
}

/** Whether the driver makes macvtap devices at all; Cloud Hypervisor's lets them pass and makes none. */
export function makesMacvtap(driver: Driver): boolean {
  return driver === 'qemu' || driver === 'lxc';
}

/** The macvtap interfaces among those given, in order, by the name of their lower device. */
export function groupByLowerDevice(
  interfaces: readonly BoundElement[],
): ReadonlyMap<string, readonly [MacvtapSource, ...MacvtapSource[]]> {
  const sources = interfaces.flatMap(element => {
    const source = selectedType(element) === 'direct' ? findChild(element.xml, 'source') : undefined;
    const dev = source && findAttribute(source, 'dev');
    return source && dev?.closed ? [{ source, dev, mode: findAttribute(source, 'mode') }] : [];
  });
  return groupBy(sources, ({ dev }) => dev.value || undefined);
}
