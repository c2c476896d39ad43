import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

const domain = (...devices: readonly string[]) =>
  `<domain type='kvm'><name>guest</name><devices>${devices.join('')}</devices></domain>`;
const mac = "<mac address='52:54:00:00:00:01'/>";
const virtio = (rest: string) =>
  `<interface type='bridge'>${mac}<source bridge='br0'/><model type='virtio'/>${rest}</interface>`;
const stays = virtio("<teaming type='persistent'/><alias name='ua-net0'/>");
const address = "<address type='pci' domain='0' bus='5' slot='7' function='1'/>";
const goes = (teaming: string, own = mac) =>
  `<interface type='hostdev'>${own}<source>${address}</source>${teaming}</interface>`;
const hostdev = (teaming: string) =>
  `<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='5' slot='7' function='1'/></source>${teaming}</hostdev>`;
const usb = (teaming: string) =>
  `<hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source>${teaming}</hostdev>`;
const partner = "<teaming type='transient' persistent='ua-net0'/>";

describe('a team that is right', () => {
  test.each([domain(stays, goes(partner)), domain(goes(partner), stays), domain(stays, hostdev(partner))])(
    '%s',
    xml => {
      checkFindings(xml);
    },
  );
});

describe('teaming/missing-type', () => {
  test('the fixes', () => {
    checkFix(
      domain(stays, goes("<teaming persistent='ua-net0'/>")),
      domain(stays, goes("<teaming persistent='ua-net0' type='transient'/>")),
    );
    checkFix(virtio('<teaming/>'), virtio(''));
  });

  test('a misspelt type is reported as that', () => {
    checkFindings(`
      <interface type='user'>
        <teaming tpye='persistent'/>
                 ▔▔▔▔ error schema/unknown-attribute
      </interface>`);
  });
});

describe('teaming/missing-partner', () => {
  test('the fix takes the alias that is there', () => {
    const other = stays.replace('ua-net0', 'ua-slow');
    checkFix(
      domain(other, goes("<teaming type='transient'/>")),
      domain(other, goes("<teaming type='transient' persistent='ua-slow'/>")),
    );
  });
});

describe('teaming/not-virtio', () => {
  test('any model but virtio', () => {
    checkFindings(`
      <interface type='network'>
        <source network='default'/>
        <model type='e1000e'/>
                     ▔▔▔▔▔▔ error teaming/not-virtio
        <teaming type='persistent'/>
      </interface>`);
    checkFindings(virtio("<teaming type='persistent'/>").replace("'virtio'", "'virtio-transitional'"));
  });

  test('without a model, where the machine is a PC', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>guest</name>
        <os>
          <type arch='x86_64'>hvm</type>
        </os>
        <devices>
          <interface type='bridge'>
           ▔▔▔▔▔▔▔▔▔ hint model/missing
            <source bridge='br0'/>
            <teaming type='persistent'/>
             ▔▔▔▔▔▔▔ error teaming/not-virtio
            <alias name='ua-net0'/>
          </interface>
        </devices>
      </domain>`);
    checkFindings("<interface type='bridge'><source bridge='br0'/><teaming type='persistent'/></interface>");
  });
});

describe('teaming/unknown-partner', () => {
  test('the fix takes the name that is meant', () => {
    const typo = partner.replace('net0', 'nte0');
    checkFix(domain(stays, hostdev(typo)), domain(stays, hostdev(partner)));
  });

  test('a device that is no half of a team does not count', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>guest</name>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
            <model type='virtio'/>
            <alias name='ua-net0'/>
          </interface>
          <interface type='hostdev'>
            <source>${address}</source>
            <teaming type='transient' persistent='ua-net0'/>
                                                  ▔▔▔▔▔▔▔ warning teaming/unknown-partner
          </interface>
        </devices>
      </domain>`);
  });

  test('a device alone may join a guest that has the partner', () => {
    checkFindings(goes(partner));
  });
});

describe('teaming/missing-alias', () => {
  test('the fix takes a name that is free', () => {
    const nameless = virtio("<teaming type='persistent'/>").replace(':01', ':02');
    checkFix(
      domain(nameless, stays, goes(partner)),
      domain(nameless.replace('</interface>', "<alias name='ua-net1'/></interface>"), stays, goes(partner)),
    );
  });
});

describe('teaming/different-mac', () => {
  test('the fix copies the address of the half that stays', () => {
    checkFix(domain(stays, goes(partner, "<mac address='52:54:00:00:00:09'/>")), domain(stays, goes(partner)));
  });

  test('letter case is of no account', () => {
    const upper = "<mac address='52:54:00:AB:CD:EF'/>";
    checkFindings(domain(stays.replace(mac, upper.toLowerCase()), goes(partner, upper)));
  });
});

describe('teaming/host-device', () => {
  test.each([
    ["<teaming type='persistent'/>", "<teaming type='transient' persistent='ua-net0'/>"],
    ["<teaming type='transient'/>", "<teaming type='transient' persistent='ua-net0'/>"],
    ["<teaming persistent='ua-net0'/>", "<teaming persistent='ua-net0' type='transient'/>"],
  ])('%s becomes %s', (before, after) => {
    checkFix(domain(stays, hostdev(before)), domain(stays, hostdev(after)));
  });

  test('not on another bus', () => {
    checkFix(domain(usb(partner)), domain(usb('')));
  });
});
