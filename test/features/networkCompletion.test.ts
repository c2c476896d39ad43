import { describe, it } from 'vitest';
import { checkAccepted, checkCompletion } from '../support/completion.ts';
import { checkHover } from '../support/hover.ts';

describe('completion in networks and host interfaces', () => {
  it('starts a network that works', () => {
    checkAccepted(
      '<netw|',
      'network',
      `<network>
  <name>\${1:lan}</name>
  <forward mode='\${2|nat,route,open|}'/>
  <ip address='\${3:192.168.100.1}' netmask='255.255.255.0'>
    <dhcp>
      <range start='\${4:192.168.100.128}' end='\${5:192.168.100.254}'/>
    </dhcp>
  </ip>$0
</network>`,
    );
  });

  it('offers what a network has, most used first', () => {
    checkCompletion('<network><|</network>', {
      first: ['name'],
      some: ['forward', 'bridge', 'ip', 'dns', 'portgroup', 'dnsmasq:options'],
      none: ['interface', 'source'],
    });
    checkCompletion("<network><name>a</name><forward mode='bridge'/><bridge name='br0'/><|</network>", {
      some: ['portgroup', 'virtualport', 'vlan'],
      none: ['ip', 'mtu', 'forward'],
    });
  });

  it('offers the forward modes, and what a mode has', () => {
    checkCompletion("<network><name>a</name><forward mode='|'/></network>", {
      all: ['nat', 'route', 'open', 'bridge', 'passthrough', 'private', 'vepa', 'hostdev'],
    });
    checkCompletion("<network><name>a</name><forward mode='nat'><|</forward></network>", {
      some: ['nat', 'interface'],
      none: ['pf', 'address'],
    });
    checkCompletion("<network><name>a</name><forward mode='hostdev'><|</forward></network>", {
      some: ['pf', 'address', 'driver'],
      none: ['nat', 'interface'],
    });
  });

  it('offers no boot server for IPv6', () => {
    checkCompletion("<network><name>a</name><ip family='ipv6' address='fd00::1'><dhcp><|</dhcp></ip></network>", {
      some: ['range', 'host'],
      none: ['bootp'],
    });
  });

  it('offers what a port and an interface of the host have', () => {
    checkCompletion("<networkport><plug type='|'/></networkport>", {
      all: ['network', 'bridge', 'direct', 'hostdev-pci'],
    });
    checkCompletion("<interface type='bond' name='bond0'><bond mode='|'/></interface>", {
      first: ['active-backup', '802.3ad'],
    });
    checkCompletion("<interface type='bond' name='bond0'><bond><interface type='|' name='eth0'/></bond></interface>", {
      all: ['ethernet'],
    });
  });
});

describe('hover in networks', () => {
  it('explains a forward mode and who reaches whom', () => {
    checkHover(
      "<network><name>a</name><forward mode='⟦pri|vate⟧' dev='eth0'/></network>",
      /never hand frames to each other/,
      /formatnetwork\.html#connectivity/,
    );
  });

  it('tells the default and the release', () => {
    checkHover(
      "<network><name>a</name><bridge ⟦macTable|Manager⟧='libvirt'/></network>",
      /behind which port/,
      /kernel/,
      /1\.2\.11/,
    );
  });
});
