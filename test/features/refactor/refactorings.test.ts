import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../../server/src/service.ts';
import { applyEdits } from '../../support/applyEdits.ts';
import { unindent } from '../../support/findings.ts';
import { parseCursor } from '../../support/marker.ts';

const service = createLanguageService({ random: () => 0.5, log: () => {} });

/** Checks the document after the refactoring whose title begins so, offered at the cursor; no `after`: it is not offered. */
function checkRefactoring(before: string, title: string, after?: string): void {
  const { text, offset } = parseCursor(unindent(before));
  const action = service
    .findCodeActions(service.parse(text), { start: offset, end: offset })
    .find(candidate => candidate.title.startsWith(title));
  expect(action && applyEdits(text, action.edits)).toBe(after && unindent(after));
}

describe('a network card given through whole', () => {
  const title = "Convert this network card to <interface type='hostdev'>";

  it('becomes an interface of type hostdev', () =>
    checkRefactoring(
      `
      <domain type='kvm'>
        <devices>
          <host|dev mode='subsystem' type='pci' managed='yes'>
            <source>
              <address domain='0x0000' bus='0x06' slot='0x02' function='0x1'/>
            </source>
            <boot order='1'/>
          </hostdev>
        </devices>
      </domain>
      `,
      title,
      `
      <domain type='kvm'>
        <devices>
          <interface type='hostdev' managed='yes'>
            <source>
              <address domain='0x0000' bus='0x06' slot='0x02' function='0x1' type='pci'/>
            </source>
            <boot order='1'/>
          </interface>
        </devices>
      </domain>
      `,
    ));

  it.each(["<hostdev mode='subsystem' type='|usb'><source><address bus='1' device='2'/></source></hostdev>"])(
    'is nothing but PCI: %s',
    hostdev => checkRefactoring(`<domain type='kvm'><devices>${hostdev}</devices></domain>`, title),
  );
});

describe('a NIC that reaches the host', () => {
  const title = 'Add a NIC that reaches the host';

  it('comes behind the macvtap one', () =>
    checkRefactoring(
      `
      <domain type='kvm'>
        <devices>
          <interface type='direct'>
            <source dev='eth0'| mode='bridge'/>
          </interface>
        </devices>
      </domain>
      `,
      title,
      `
      <domain type='kvm'>
        <devices>
          <interface type='direct'>
            <source dev='eth0' mode='bridge'/>
          </interface>
          <interface type='network'>
            <mac address='52:54:00:80:80:80'/>
            <source network='isolated'/>
            <model type='virtio'/>
          </interface>
        </devices>
      </domain>
      `,
    ));

  it('is not offered for a bridge, nor for a fragment', () => {
    checkRefactoring("<domain type='kvm'><devices><interface type='|bridge'/></devices></domain>", title);
    checkRefactoring("<interface type='|direct'><source dev='eth0'/></interface>", title);
  });
});

describe('what may exist only once', () => {
  it('is made anew in a copy', () =>
    checkRefactoring(
      `
      <dom|ain type='kvm'>
        <name>copy</name>
        <uuid>09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f</uuid>
        <devices>
          <interface type='bridge'>
            <mac address='00:16:3e:11:22:33'/>
            <source bridge='ovs0'/>
            <virtualport type='openvswitch'>
              <parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>
            </virtualport>
            <target dev='vnet7'/>
          </interface>
          <disk type='file'><target dev='vda'/></disk>
        </devices>
      </domain>
      `,
      'Renew the identity of this copy',
      `
      <domain type='kvm'>
        <name>copy</name>
        <uuid>80808080-8080-4080-8080-808080808080</uuid>
        <devices>
          <interface type='bridge'>
            <mac address='00:16:3e:80:80:80'/>
            <source bridge='ovs0'/>
            <virtualport type='openvswitch'>
              <parameters interfaceid='80808080-8080-4080-8080-808080808080'/>
            </virtualport>
          </interface>
          <disk type='file'><target dev='vda'/></disk>
        </devices>
      </domain>
      `,
    ));

  it('is the MAC address of one interface alone', () =>
    checkRefactoring(
      "<interface type='user'><m|ac address='02:00:00:00:00:01'/></interface>",
      'Generate a new MAC address',
      "<interface type='user'><mac address='52:54:00:80:80:80'/></interface>",
    ));
});
