import { describe, expect, it, test } from 'vitest';
import { createLanguageService } from '../../../server/src/service.ts';
import { applyEdits } from '../../support/applyEdits.ts';
import { unindent } from '../../support/findings.ts';
import { parseCursor } from '../../support/marker.ts';

const service = createLanguageService({ random: () => 0.5, log: () => {} });

function findConversions(text: string, offset: number) {
  return service
    .findCodeActions(service.parse(text), { start: offset, end: offset })
    .filter(({ title }) => title.startsWith('Convert to'));
}

/** Checks the document after the conversion with this title, offered at the cursor. */
function checkConvert(before: string, title: string, after: string): void {
  const { text, offset } = parseCursor(unindent(before));
  const conversions = findConversions(text, offset);
  const action = conversions.find(candidate => candidate.title === title);
  expect(conversions.map(candidate => candidate.title)).toContain(title);
  expect(applyEdits(text, action?.edits ?? [])).toBe(unindent(after));
}

describe('an interface is converted', () => {
  it('from a network to macvtap: identity stays, what macvtap refuses goes', () =>
    checkConvert(
      `
      <domain type='kvm'>
        <name>web</name>
        <devices>
          <inter|face type='network'>
            <!-- the uplink -->
            <mac address='52:54:00:11:22:33'/>
            <source network='default' portgroup='web'/>
            <model type='virtio'/>
            <mtu size='1400'/>
            <filterref filter='clean-traffic'/>
            <alias name='ua-uplink'/>
          </interface>
        </devices>
      </domain>
      `,
      "Convert to type='direct': macvtap (drops <mtu>, <filterref>)",
      `
      <domain type='kvm'>
        <name>web</name>
        <devices>
          <interface type='direct'>
            <!-- the uplink -->
            <mac address='52:54:00:11:22:33'/>
            <source dev='eth0' mode='bridge'/>
            <model type='virtio'/>
            <alias name='ua-uplink'/>
          </interface>
        </devices>
      </domain>
      `,
    ));

  it('from macvtap to user mode: no source, passt instead', () =>
    checkConvert(
      `
      <interface type='direct'>
        <mac address='52:54:00:11:22:33'/>
        <sour|ce dev='eth0' mode='private'/>
        <model type='virtio'/>
      </interface>
      `,
      "Convert to type='user': user mode with passt",
      `
      <interface type='user'>
        <mac address='52:54:00:11:22:33'/>
        <backend type='passt'/>
        <model type='virtio'/>
      </interface>
      `,
    ));

  it('to a virtual function: managed by libvirt', () =>
    checkConvert(
      `
      <interface type='|bridge'>
        <mac address='52:54:00:11:22:33'/>
        <source bridge='br0'/>
      </interface>
      `,
      "Convert to type='hostdev': SR-IOV virtual function",
      `
      <interface type='hostdev' managed='yes'>
        <mac address='52:54:00:11:22:33'/>
        <source>
          <address type='pci' domain='0x0000' bus='0x00' slot='0x07' function='0x0'/>
        </source>
      </interface>
      `,
    ));

  it.each(["<interface type='vd|s'/>", "<interface type='network'><mac| address='52:54:00:11:22:33'/></interface>"])(
    'nothing is offered at %s',
    marked => {
      const { text, offset } = parseCursor(marked);
      expect(findConversions(text, offset)).toEqual([]);
    },
  );
});

const sources: Readonly<Record<string, string>> = {
  network: "<source network='n'/>",
  bridge: "<source bridge='b'/>",
  direct: "<source dev='e' mode='vepa'/>",
  hostdev: "<source><address type='pci' domain='0x0000' bus='0x06' slot='0x02' function='0x1'/></source>",
  user: '',
};
const parts = [
  "<mac address='52:54:00:11:22:33'/>",
  "<model type='virtio'/>",
  "<virtualport type='openvswitch'/>",
  "<virtualport type='802.1Qbh'><parameters profileid='p'/></virtualport>",
  "<filterref filter='clean-traffic'/>",
  "<mtu size='1400'/>",
  "<bandwidth><inbound average='1000'/></bandwidth>",
  "<vlan><tag id='5'/></vlan>",
  "<port isolated='yes'/>",
  "<target dev='tap7'/>",
  "<driver name='vhost' queues='4'/>",
  "<link state='down'/>",
  "<address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>",
];

function objections(xml: string): readonly string[] {
  return service
    .findFindings(service.parse(xml))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code }) => code);
}

describe('each kind into each other', () => {
  const cases = Object.keys(sources).flatMap(from => parts.map(part => [from, part] as const));
  test.each(cases)('%s with %s: no new error or warning, and the MAC address stays', (from, part) => {
    const mac = part.startsWith('<mac') ? '' : parts[0];
    const text = `<interface type='${from}'>\n  ${mac}\n  ${sources[from]}\n  ${part}\n</interface>\n`;
    const before = new Set(objections(text));
    const conversions = findConversions(text, 3);
    expect(conversions.length).toBe(4);
    for (const { edits } of conversions) {
      const after = applyEdits(text, edits);
      expect(objections(after).filter(code => !before.has(code))).toEqual([]);
      expect(after).toContain('52:54:00:11:22:33');
    }
  });
});
