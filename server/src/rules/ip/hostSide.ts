import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertChild, removeElement } from '../../xml/edit.ts';
import { childElements, findChild } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';

/** Addresses and routes for a host side that is not a device of its own. */
export const hostSide: Rule = {
  code: 'ip/host-side',
  severity: 'error',
  covers: ['IP06'],
  replaces: ['schema/element-not-for-type', 'schema/unknown-element'],
  page: {
    title: 'Address of the host side on a type other than ethernet',
    explanation: `\`<ip>\` and \`<route>\` inside \`<source>\` configure the end of the tap device on the host, and only an interface of type \`ethernet\` has an end of its own there. libvirt refuses the document for any other type: \`Invalid attempt to set network interface host-side IP route and/or address info on interface of type 'bridge'\`. The address of a bridge or NIC of the host is set on the host. An \`<ip>\` outside \`<source>\` is one of the guest; containers get it, QEMU guests only from SLIRP or passt.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'>\n    <ip address='10.0.0.5' prefix='24'/>\n  </source>\n</interface>",
    good: "<interface type='ethernet'>\n  <source>\n    <ip address='10.0.0.5' prefix='24'/>\n  </source>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    const type = selectedType(element);
    const source = type === 'ethernet' ? undefined : findChild(element.xml, 'source');
    if (type === undefined || !source) return;
    for (const child of childElements(source)) {
      if (child.name !== 'ip' && child.name !== 'route') continue;
      const remove = removeElement(document.xml, child);
      // QEMU's driver sets no address in the guest either, except by SLIRP and passt.
      const works = driver !== 'qemu' || (type === 'user' && child.name === 'ip');
      report({
        range: child.nameRange,
        message: `<${child.name}> inside <source> is for the host side of type='ethernet', and this interface has type='${type}'. libvirt refuses the document. Remove it, and set the address on the host${works ? '; for the side of the guest move it out of <source>' : ''}.`,
        libvirtMessage: `Invalid attempt to set network interface host-side IP route and/or address info on interface of type '${type}'. This is only supported on interfaces of type 'ethernet'`,
        fixes: () => {
          const written = document.xml.text.slice(child.start, child.end);
          const move: readonly Fix[] = works
            ? [
                {
                  title: `Move <${child.name}> out of <source>, to the side of the guest`,
                  edits: [...remove, ...insertChild(document.xml, element.xml, written)],
                },
              ]
            : [];
          return [{ title: `Remove <${child.name}>`, preferred: true, edits: remove }, ...move];
        },
      });
    }
  },
};
