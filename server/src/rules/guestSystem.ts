import type { BoundDocument } from '../binding/model.ts';
import { domain } from '../schema/domain/domain.ts';
import { attributeValue, findChild, textContent } from '../xml/query.ts';

/** What a domain says about the machine that its guest runs on; a device that stands alone says nothing of it. */
export interface GuestSystem {
  /** `hvm`, `xen`, `exe`. */
  readonly osType: string | undefined;
  readonly arch: string | undefined;
  readonly machine: string | undefined;
  /** Whether `<features>` has `<acpi/>`. */
  readonly acpi: boolean;
}

export function guestSystem({ root }: BoundDocument): GuestSystem | undefined {
  if (root?.declaration !== domain) return undefined;
  const os = findChild(root.xml, 'os');
  const type = os && findChild(os, 'type');
  const features = findChild(root.xml, 'features');
  return {
    osType: type && textContent(type).trim(),
    arch: type && attributeValue(type, 'arch'),
    machine: type && attributeValue(type, 'machine'),
    acpi: features !== undefined && findChild(features, 'acpi') !== undefined,
  };
}

/** Whether the machine is said to be a PC: there libvirt's QEMU driver takes rtl8139 where no model is written. */
export function isPc({ arch }: GuestSystem): boolean {
  return arch === 'x86_64' || arch === 'i686';
}
