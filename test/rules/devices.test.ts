import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

/** What holds for all devices of a domain together: aliases, boot order, addresses, ACPI numbers, option ROMs. */
const domain = (devices: string, before = '') =>
  `<domain type='kvm'><name>guest</name>${before}<devices>${devices}</devices></domain>`;
const nic = (rest: string) => `<interface type='bridge'><source bridge='br0'/>${rest}</interface>`;
const disk = (rest: string) => `<disk type='file'><source file='/a'/><target dev='vda'/>${rest}</disk>`;

describe('alias/duplicate', () => {
  test('whatever the devices are', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>guest</name>
        <devices>
          <disk type='file'>
            <target dev='vda'/>
            <alias name='ua-first'/>
          </disk>
          <interface type='bridge'>
            <source bridge='br0'/>
            <alias name="ua-first"/>
                         ▔▔▔▔▔▔▔▔ error alias/duplicate
          </interface>
        </devices>
      </domain>`);
  });

  test('the fix takes the next number', () => {
    checkFix(aliased('ua-nic1'), aliased('ua-nic3'));
  });

  test('a serial port and its console are one device', () => {
    checkFindings(
      domain("<serial type='pty'><alias name='ua-tty'/></serial><console type='pty'><alias name='ua-tty'/></console>"),
    );
  });
});

describe('alias/dropped', () => {
  test.each(['ua-net0', 'ua-', 'ua-Web_1-x'])('%s is kept', name => {
    checkFindings(nic(`<alias name='${name}'/>`));
  });

  test.each([
    ['net0', 'hint'],
    ['hostdev12', 'hint'],
    ['web', 'warning'],
    ['ua-web.1', 'warning'],
    ['UA-web', 'warning'],
  ])('%s is not: a %s', (name, severity) => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <alias name='${name}'/>
                     ${'▔'.repeat(name.length)} ${severity} alias/dropped
      </interface>`);
  });

  test('the fix renames it where it is used', () => {
    checkFix(teamed('net0'), teamed('ua-net0'));
  });
});

describe('boot/duplicate-order', () => {
  test('the fix takes the first free place behind', () => {
    checkFindings(bootable('1', '2', '3'));
    checkFix(bootable('1', '2', '1'), bootable('1', '2', '3'));
    checkFix(bootable('01', '1', '7'), bootable('01', '2', '7'));
  });

  test('libvirt reads it on disks, interfaces, host devices and redirected ones', () => {
    checkFindings(domain(`${nic("<boot order='1'/>")}<rng model='virtio'><boot order='1'/></rng>`));
  });

  // Beyond 2^53 the next number is the same one: to look for a free place there would never end.
  test('a number beyond all places is only too large', () => {
    const tooLarge = findFindings(bootable('18014398509481984', '18014398509481984', '1'));
    expect(new Set(tooLarge.map(({ code }) => code))).toEqual(new Set(['value/out-of-range']));
  });
});

describe('boot/mixed-styles', () => {
  test('the fixes keep one way', () => {
    const both = domain(disk("<boot order='1'/>"), os("<boot dev='hd'/><boot dev='cdrom'/>"));
    checkFix(both, domain(disk("<boot order='1'/>"), os('')));
    checkFix(both, domain(disk(''), os("<boot dev='hd'/><boot dev='cdrom'/>")), 'Remove the boot order of the devices');
  });

  test('one way is right, and a guest that is no full machine has its own', () => {
    checkFindings(domain(nic(''), os("<boot dev='network'/>")));
    checkFindings(domain(nic("<boot order='1'/>"), os('<bootmenu enable="yes"/>')));
    checkFindings(domain(nic("<boot order='1'/>"), "<os><type>xen</type><boot dev='hd'/></os>"));
  });
});

describe('boot/device-kind', () => {
  test('the fix takes a place that is free', () => {
    checkFix(
      domain(`${disk("<boot order='1'/>")}${nic("<boot dev='network'/>")}`),
      domain(`${disk("<boot order='1'/>")}${nic("<boot order='2'/>")}`),
    );
  });
});

describe('address/duplicate', () => {
  test('numbers count, whatever the devices are', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>guest</name>
        <devices>
          <disk type='file'>
            <target dev='vda' bus='virtio'/>
            <address type='pci' domain='0' bus='0' slot='16' function='0'/>
          </disk>
          <interface type='hostdev'>
            <source><address type='pci' domain='0' bus='0' slot='5' function='0'/></source>
            <address type='pci' slot='0x10'/>
             ▔▔▔▔▔▔▔ error address/duplicate
          </interface>
          <interface type='bridge'>
            <source bridge='br0'/>
            <address type='pci' slot='0x05'/>
          </interface>
        </devices>
      </domain>`);
  });

  test('other functions of a slot, other buses, and an address that is none are fine', () => {
    checkFindings(
      domain(
        `${nic("<address type='pci' slot='5' multifunction='on'/>")}${nic("<address type='pci' slot='5' function='1'/>")}${nic("<address type='pci'/>")}${nic("<address type='pci'/>")}${nic("<address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0005'/>")}`,
      ),
    );
  });

  test('the fix leaves it to libvirt', () => {
    const place = "<address type='pci' slot='5'/>";
    checkFix(domain(nic(place) + nic(place)), domain(nic(place) + nic('')));
  });
});

describe('address/reserved', () => {
  test.each([
    ['pc', '1', '0'],
    ['pc-i440fx-9.2', '0x01', '0x3'],
    ['q35', '0x1f', '0x0'],
    ['pc-q35-8.1', '31', '2'],
  ])('%s has something at %s.%s', (machine, slot, fn) => {
    checkFix(at(machine, slot, fn), withMachine(machine, ''));
  });

  test.each([
    ['pc', '0x1f', '0'],
    ['q35', '1', '0'],
    ['virt', '1', '0'],
  ])('%s has nothing at %s.%s', (machine, slot, fn) => {
    checkFindings(at(machine, slot, fn));
  });
});

describe('address/missing-bus', () => {
  const far = nic("<address type='pci' bus='0x02' slot='0'/>");

  test('a controller of that number makes it', () => {
    checkFindings(domain(`<controller type='pci' index='2' model='pcie-root-port'/>${far}`));
    checkFindings(domain(`<controller type='pci' model='pcie-root-port'/>${far}`));
  });

  test('another one does not', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>guest</name>
        <devices>
          <controller type='usb' index='2'/>
          <controller type='pci' index='1' model='pcie-root-port'/>
          <interface type='bridge'>
            <source bridge='br0'/>
            <address type='pci' bus='0x02' slot='0'/>
                                     ▔▔▔▔ hint address/missing-bus
          </interface>
        </devices>
      </domain>`);
  });

  test('nobody knows the controllers of a guest that is not there', () => {
    checkFindings(far);
  });
});

describe('address/bad-part', () => {
  test.each(['slot', 'function', 'bus'])('%s, found once', name => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <address type='pci' ${name}='0x100'/>
                              ${' '.repeat(name.length)}▔▔▔▔▔ error address/bad-part
      </interface>`);
  });

  test('what is meant for sure is written, else the address goes', () => {
    checkFix(nic("<address type='pci' slot='0X1f'/>"), nic("<address type='pci' slot='0x1f'/>"));
    checkFix(nic("<address type='pci' slot='32'/>"), nic(''));
  });
});

describe('acpi', () => {
  const on = '<features><acpi/></features>';
  test('numbers of their own are right', () => {
    checkFindings(domain(index('1') + index('16383'), on));
    checkFindings(index('7'));
  });

  test('the fixes', () => {
    checkFix(domain(index('20000'), on), domain(index('16383'), on));
    checkFix(domain(index('5') + index('6') + index('5'), on), domain(index('5') + index('6') + index('7'), on));
    checkFix(
      domain(index('5'), '<features><apic/></features>'),
      domain(index('5'), '<features><apic/><acpi/></features>'),
    );
    const usb = "<address type='usb' bus='0' port='1'/>";
    checkFix(domain(index('5', usb), on), domain(nic(usb), on));
  });

  test('a host device counts as well', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>guest</name>
        <features><acpi/></features>
        <devices>
          <hostdev mode='subsystem' type='pci'><acpi index='3'/></hostdev>
          <interface type='bridge'>
            <source bridge='br0'/>
            <acpi index='3'/>
                         ▔ error acpi/duplicate-index
          </interface>
        </devices>
      </domain>`);
  });

  test('on a device alone, where nobody knows whether ACPI is on', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <acpi index='16384'/>
                     ▔▔▔▔▔ warning acpi/index-too-large
      </interface>`);
  });

  test('numbers that nobody can count to are only too large', () => {
    const codes = findFindings(domain(index('18014398509481984') + index('18014398509481984'), on)).map(
      ({ code }) => code,
    );
    expect(new Set(codes)).toEqual(new Set(['value/out-of-range']));
  });

  test('only QEMU has it', () => {
    const codes = findFindings(domain(index('5') + index('5')).replace("'kvm'", "'bhyve'")).map(({ code }) => code);
    expect(codes).toEqual(['hypervisor/no-effect', 'hypervisor/no-effect']);
  });

  test('without features, they are made', () => {
    checkFix(
      `
      <domain type='kvm'>
        <name>guest</name>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
            <acpi index='5'/>
          </interface>
        </devices>
      </domain>`,
      `
      <domain type='kvm'>
        <name>guest</name>
        <features>
          <acpi/>
        </features>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
            <acpi index='5'/>
          </interface>
        </devices>
      </domain>`,
    );
  });
});

describe('rom/empty-file', () => {
  test('the fix switches the ROM off', () => {
    checkFix(nic("<rom bar='on' file=''/>"), nic("<rom enabled='no'/>"));
    checkFix(nic("<rom enabled='yes' file=''/>"), nic("<rom enabled='no'/>"));
  });

  test('a relative name is reported as that', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <rom file='pxe.rom'/>
                   ▔▔▔▔▔▔▔ error value/bad-format
      </interface>`);
  });
});

function os(boot: string): string {
  return `<os><type>hvm</type>${boot}</os>`;
}

function at(machine: string, slot: string, fn: string): string {
  return withMachine(machine, `<address type='pci' domain='0' bus='0' slot='${slot}' function='${fn}'/>`);
}

function withMachine(machine: string, address: string): string {
  return domain(nic(address), `<os><type machine='${machine}'>hvm</type></os>`);
}

function index(number: string, rest = ''): string {
  return nic(`<acpi index='${number}'/>${rest}`);
}

function aliased(third: string): string {
  return domain(['ua-nic1', 'ua-nic2', third].map(name => nic(`<alias name='${name}'/>`)).join(''));
}

function teamed(name: string): string {
  return domain(
    `${nic(`<model type='virtio'/><teaming type='persistent'/><alias name='${name}'/>`)}<interface type='hostdev'><source><address type='pci' bus='5'/></source><teaming type='transient' persistent='${name}'/></interface>`,
  );
}

function bootable(...numbers: readonly string[]): string {
  return domain(
    `${disk(`<boot order='${numbers[0]}'/>`)}${nic(`<boot order='${numbers[1]}'/>`)}${nic(`<boot order='${numbers[2]}'/>`)}`,
  );
}
