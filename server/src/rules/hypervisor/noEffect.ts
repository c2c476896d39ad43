import type { BoundElement } from '../../binding/model.ts';
import type { Documentation, Driver } from '../../schema/documentation.ts';
import type { Limit } from '../../schema/limit.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { TextEdit, TextRange } from '../../xml/range.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { listNames } from '../wording.ts';

/** An element or attribute that only the drivers of other hypervisors act on. */
export const noEffect: Rule = {
  code: 'hypervisor/no-effect',
  severity: 'warning',
  covers: [],
  page: {
    title: 'Only other hypervisors act on it',
    explanation:
      'libvirt reads the same document for every hypervisor, and each of its drivers takes from it what it can do. What a driver does not look at is kept in the document and changes nothing: under Xen a `<tune>` limits no buffer. The driver is told by the `type` of the `<domain>`, or by the setting `libvirt-xml.target.hypervisor` (`--hypervisor` on the command line); a single device is taken for one of QEMU.',
    bad: "<domain type='xen'>\n  <name>guest</name>\n  <devices>\n    <interface type='bridge'>\n      <mac address='00:16:3e:00:00:01'/>\n      <source bridge='br0'/>\n      <tune>\n        <sndbuf>1600</sndbuf>\n      </tune>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='xen'>\n  <name>guest</name>\n  <devices>\n    <interface type='bridge'>\n      <mac address='00:16:3e:00:00:01'/>\n      <source bridge='br0'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: 'every element',
  check(element, context) {
    // The test driver runs no guests at all.
    if (context.driver === 'test' || isIdle(element.declaration.documentation, context.driver)) return;
    for (const child of element.children) {
      const declared = element.body.children.get(child.declaration.name);
      reportIdle(context, {
        range: child.xml.nameRange,
        name: `<${child.xml.name}>`,
        documentation: child.declaration.documentation,
        limit: declared?.limit,
        ...(!declared?.required && { remove: () => removeElement(context.document.xml, child.xml) }),
      });
    }
    checkAttributes(element, context);
  },
};

function checkAttributes({ xml, body }: BoundElement, context: RuleContext): void {
  for (const { name, documentation, limit, required } of body.attributes.values()) {
    const attribute = findAttribute(xml, name);
    if (!attribute) continue;
    reportIdle(context, {
      range: attribute.nameRange,
      name: `${name} of <${xml.name}>`,
      documentation,
      limit,
      ...(!required && { remove: () => removeAttribute(context.document.xml, attribute) }),
    });
  }
}

/** Something written that the driver may not act on. */
interface Written {
  readonly range: TextRange;
  readonly name: string;
  readonly documentation: Documentation;
  readonly limit: Limit | undefined;
  /** Takes it out; absent where something must stand in its place. */
  readonly remove?: () => readonly TextEdit[];
}

function reportIdle(context: RuleContext, { range, name, documentation, limit, remove }: Written): void {
  const { driver, report } = context;
  const { drivers = [] } = documentation;
  // A limit of this driver says more, and has its own finding.
  const isLimited = limit && (limit.drivers === undefined || limit.drivers.includes(driver));
  if (!isIdle(documentation, driver) || isLimited) return;
  report({
    range,
    message: `${name} is for ${listNames(drivers.map(nameOf), 'and')}; the driver of ${nameOf(driver)}, which this document is meant for, does nothing with it. Leave it out.`,
    unnecessary: true,
    ...(remove && { fixes: () => [{ title: `Remove ${name}`, preferred: true, edits: remove() }] }),
  });
}

function isIdle({ drivers }: Documentation, driver: Driver): boolean {
  return drivers !== undefined && !drivers.includes(driver);
}

function nameOf(driver: Driver): string {
  return NAMES[driver];
}

const NAMES: Readonly<Record<Driver, string>> = {
  qemu: 'QEMU',
  lxc: 'LXC',
  xen: 'Xen',
  bhyve: 'bhyve',
  ch: 'Cloud Hypervisor',
  vz: 'Virtuozzo',
  vbox: 'VirtualBox',
  openvz: 'OpenVZ',
  esx: 'VMware ESX',
  hyperv: 'Hyper-V',
  test: 'the test driver',
};
