import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

describe('driver/not-virtio', () => {
  test('with another card, or with none', () => {
    checkFindings(`
      <interface type='bridge'>
        <driver queues='4' iommu='on'/>
         ▔▔▔▔▔▔ warning driver/not-virtio
                           ▔▔▔▔▔ error driver/virtio-option
        <source bridge='br0'/>
        <model type='rtl8139'/>
      </interface>`);
    checkFindings(`
      <interface type='vdpa'>
        <source dev='/dev/vhost-vdpa-0'/>
        <driver>
         ▔▔▔▔▔▔ warning driver/not-virtio
          <host csum='off'/>
        </driver>
      </interface>`);
  });

  test.each(['virtio', 'virtio-transitional', 'virtio-non-transitional'])('%s reads it', model => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0' mode='bridge'/>
        <model type='${model}'/>
        <driver name='vhost' queues='4' ioeventfd='on'><host csum='off'/></driver>
      </interface>`);
  });

  test('the driver of a host device is another thing', () => {
    checkFindings(`
      <interface type='hostdev'>
        <driver name='vfio'/>
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
      </interface>`);
  });

  test('the fix chooses virtio where that brings the queues, else it removes what is not read', () => {
    checkFix(
      "<interface type='ethernet'><model type='e1000'/><driver queues='4'/></interface>",
      "<interface type='ethernet'><model type='virtio'/><driver queues='4'/></interface>",
    );
    checkFix(
      "<interface type='user'><model type='e1000'/><driver queues='4'/></interface>",
      "<interface type='user'><model type='e1000'/></interface>",
    );
    checkFix(
      "<interface type='user'><model type='e1000'/><driver queues='4' iommu='on' txmode='timer'><guest csum='on'/></driver></interface>",
      "<interface type='user'><model type='e1000'/><driver iommu='on'></driver></interface>",
    );
  });
});

describe('driver/virtio-option', () => {
  test.each(['iommu', 'ats', 'packed', 'page_per_vq'])('%s', name => {
    checkFindings(`
      <interface type='user'>
        <model type='e1000'/>
        <driver ${name}='off'/>
                ${'▔'.repeat(name.length)} error driver/virtio-option
      </interface>`);
  });

  test('without a model the machine tells', () => {
    checkFindings(`
      <interface type='user'>
        <driver ats='on'/>
                ▔▔▔ warning driver/virtio-option
      </interface>`);
    checkFindings(`
      <domain type='kvm'>
        <name>guest</name>
        <os>
          <type arch='s390x'>hvm</type>
        </os>
        <devices>
          <interface type='user'>
            <driver ats='on'/>
          </interface>
        </devices>
      </domain>`);
    checkFindings(`
      <domain type='test'>
        <name>guest</name>
        <devices>
          <interface type='user'>
            <driver ats='on'/>
                    ▔▔▔ error driver/virtio-option
          </interface>
        </devices>
      </domain>`);
  });

  test('a host device has none', () => {
    checkFindings(`
      <interface type='hostdev'>
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
        <driver ats='on' queues='2'/>
                ▔▔▔ error schema/refused-later
                         ▔▔▔▔▔▔ warning schema/no-effect
      </interface>`);
  });
});

describe('driver/unsupported-queues', () => {
  test.each(['network', 'bridge', 'direct', 'ethernet', 'vhostuser', 'vdpa'])('%s has queues', type => {
    const sources: Readonly<Record<string, string>> = {
      network: "<source network='default'/>",
      bridge: "<source bridge='br0'/>",
      direct: "<source dev='eth0' mode='bridge'/>",
      vhostuser: "<source type='unix' path='/run/v' mode='client'/>",
      vdpa: "<source dev='/dev/vhost-vdpa-0'/>",
    };
    checkFindings(
      `<interface type='${type}'>${sources[type] ?? ''}<model type='virtio'/><driver queues='2'/></interface>`,
    );
  });

  test('others have one', () => {
    checkFindings(`
      <interface type='mcast'>
        <source address='230.0.0.1' port='5558'/>
        <model type='virtio'/>
        <driver queues='2' rss='on'/>
                ▔▔▔▔▔▔ error driver/unsupported-queues
      </interface>`);
  });

  test('the fix removes it', () => {
    checkFix(
      "<interface type='user'><model type='virtio'/><driver queues='2' rss='on'/></interface>",
      "<interface type='user'><model type='virtio'/><driver rss='on'/></interface>",
    );
  });
});

describe('driver/single-queue', () => {
  test('one is nothing, none is wrong', () => {
    checkFindings(`
      <interface type='user'>
        <model type='virtio'/>
        <driver queues='1'/>
                        ▔ hint driver/single-queue
      </interface>`);
    checkFindings(`
      <interface type='user'>
        <model type='virtio'/>
        <driver queues='0'/>
                        ▔ error driver/single-queue
      </interface>`);
  });
});

describe('driver/queue-size', () => {
  test.each([
    ['rx_queue_size', 300, 256],
    ['rx_queue_size', 128, 256],
    ['tx_queue_size', 2048, 1024],
    ['tx_queue_size', 1000, 1024],
  ])('%s %d becomes %d', (name, size, nearest) => {
    const device = (value: number) =>
      `<interface type='vhostuser'><source type='unix' path='/run/v' mode='client'/><model type='virtio'/><driver ${name}='${value}'/></interface>`;
    checkFix(device(size), device(nearest));
  });

  test.each([256, 512, 1024])('%d is right', size => {
    checkFindings(
      `<interface type='bridge'><source bridge='br0'/><model type='virtio'/><driver rx_queue_size='${size}' tx_queue_size='${size}'/></interface>`,
    );
  });

  test('only QEMU looks at it', () => {
    checkFindings(`
      <domain type='lxc'>
        <name>box</name>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
            <model type='virtio'/>
            <driver rx_queue_size='300'/>
             ▔▔▔▔▔▔ warning hypervisor/no-effect
          </interface>
        </devices>
      </domain>`);
  });
});

describe('driver/hash-without-rss', () => {
  test('the fix switches scaling on', () => {
    checkFix(
      "<interface type='bridge'><source bridge='br0'/><model type='virtio'/><driver rss='off' rss_hash_report='on'/></interface>",
      "<interface type='bridge'><source bridge='br0'/><model type='virtio'/><driver rss='on' rss_hash_report='on'/></interface>",
    );
  });

  test('both, or none, is right', () => {
    checkFindings(
      "<interface type='bridge'><source bridge='br0'/><model type='virtio'/><driver queues='2' rss='on' rss_hash_report='on'/></interface>",
    );
    checkFindings(
      "<interface type='bridge'><source bridge='br0'/><model type='virtio'/><driver queues='2' rss_hash_report='off'/></interface>",
    );
  });
});

describe('driver/host-offload', () => {
  test('moves to the host, when nothing is there', () => {
    checkFix(
      "<interface type='user'><model type='virtio'/><driver><host csum='on'/><guest mrg_rxbuf='off' ufo='off'/></driver></interface>",
      "<interface type='user'><model type='virtio'/><driver><host csum='on' mrg_rxbuf='off'/><guest ufo='off'/></driver></interface>",
    );
    checkFix(
      "<interface type='user'><model type='virtio'/><driver><host gso='on'/><guest gso='off'/></driver></interface>",
      "<interface type='user'><model type='virtio'/><driver><host gso='on'/><guest/></driver></interface>",
    );
  });

  test('any other name is unknown', () => {
    checkFindings(`
      <interface type='user'>
        <model type='virtio'/>
        <driver>
          <guest lro='off'/>
                 ▔▔▔ error schema/unknown-attribute
        </driver>
      </interface>`);
  });
});

describe('driver/wrong-backend', () => {
  test('the fix takes one that the type has', () => {
    checkFix(user("<model type='virtio'/><driver name='vfio'/>"), user("<model type='virtio'/><driver name='qemu'/>"));
  });

  test('without virtio the name is only dropped, unless the schema minds what is beside it', () => {
    checkFindings(`
      <interface type='user'>
        <model type='e1000'/>
        <driver name='xen'/>
         ▔▔▔▔▔▔ warning driver/not-virtio
      </interface>`);
    checkFindings(`
      <interface type='user'>
        <model type='e1000'/>
        <driver name='xen' txmode='timer'/>
         ▔▔▔▔▔▔ warning driver/not-virtio
                      ▔▔▔ error driver/wrong-backend
      </interface>`);
  });
});

function user(rest: string): string {
  return `<interface type='user'>${rest}</interface>`;
}
