import type { Documentation } from '../documentation.ts';
import type { ChildDeclaration } from '../model.ts';
import { clockChildren, cpuChildren, cputuneChildren } from './cpu.ts';
import { featuresChildren } from './features.ts';
import { blkiotuneChildren, memoryBackingChildren, memtuneChildren, numatuneChildren } from './memory.ts';
import { openChild, openChildren, openNames, repeatedNames } from './openElement.ts';
import { osChildren, sysinfoChildren } from './os.ts';
import { keywrapChildren, launchSecurityChildren, seclabelChildren } from './security.ts';

/** What the guest is and what its machine looks like. */
export const basics: readonly ChildDeclaration[] = [
  openChild('name', {
    summary: 'Name of the guest, unique on the host.',
    details: 'libvirt names the files of the guest after it.',
    page: 'formatdomain.html#general-metadata',
  }),
  openChild('uuid', {
    summary: 'UUID of the guest, unique on the host.',
    default: 'a random one, made when the guest is defined',
    page: 'formatdomain.html#general-metadata',
  }),
  openChild('title', {
    summary: 'Short title of the guest, a single line.',
    since: '0.9.10',
    page: 'formatdomain.html#general-metadata',
  }),
  openChild('description', {
    summary: 'Free text about the guest, which libvirt keeps and does not read.',
    since: '0.7.2',
    page: 'formatdomain.html#general-metadata',
  }),
  openChild('metadata', {
    summary: 'Data of other applications, one element for each of their XML namespaces.',
    since: '0.9.10',
    page: 'formatdomain.html#general-metadata',
  }),
  openChild('genid', {
    summary: 'Generation id: tells a guest system that it was restored, copied or rolled back.',
    details: 'libvirt makes one when the element is empty.',
    since: '4.4.0',
    page: 'formatdomain.html#general-metadata',
  }),
  openChild('hwuuid', {
    summary: 'UUID that the guest sees in its SMBIOS tables, when it must differ from that of the definition.',
    since: '11.7.0',
    drivers: ['qemu'],
    page: 'formatdomain.html#general-metadata',
  }),
  openChild(
    'os',
    {
      summary: 'Machine type and firmware, and from what the guest boots.',
      page: 'formatdomain.html#operating-system-booting',
    },
    osChildren,
  ),
  openChild('bootloader', {
    summary: 'Program on the host that picks the kernel of a paravirtualized guest, such as pygrub.',
    drivers: ['xen', 'bhyve'],
    page: 'formatdomain.html#host-bootloader',
  }),
  openChild('bootloader_args', {
    summary: 'Arguments for the boot loader program on the host.',
    drivers: ['xen', 'bhyve'],
    page: 'formatdomain.html#host-bootloader',
  }),
  openChild(
    'features',
    {
      summary: 'Switches of the machine and the hypervisor, such as ACPI, APIC and the Hyper-V enlightenments.',
      page: 'formatdomain.html#hypervisor-features',
    },
    featuresChildren,
  ),
  openChild(
    'cpu',
    {
      summary: 'Model, features and topology of the processor that the guest sees.',
      page: 'formatdomain.html#cpu-model-and-topology',
    },
    cpuChildren,
  ),
  openChild(
    'clock',
    {
      summary: 'How the clock of the guest is set at start, and which timers it has.',
      page: 'formatdomain.html#time-keeping',
    },
    clockChildren,
  ),
  openChildren(
    'sysinfo',
    {
      summary: 'What the guest reads in its SMBIOS tables or in the firmware configuration device.',
      since: '0.8.7',
      page: 'formatdomain.html#smbios-system-information',
    },
    sysinfoChildren,
  ),
  openChild(
    'idmap',
    {
      summary: 'Maps users and groups of a container to those of the host.',
      drivers: ['lxc'],
      page: 'formatdomain.html#container-boot',
    },
    repeatedNames({ uid: 'One range of users.', gid: 'One range of groups.' }),
  ),
];

/** Memory, processors and what they share with other guests. */
export const resources: readonly ChildDeclaration[] = [
  openChild('memory', {
    summary: 'Memory that the guest gets when it starts.',
    unit: 'KiB, or what the attribute `unit` says',
    page: 'formatdomain.html#memory-allocation',
  }),
  openChild('currentMemory', {
    summary: 'Memory that the guest uses at present; less than `<memory>` when the balloon holds some back.',
    unit: 'KiB, or what the attribute `unit` says',
    default: 'the same as `<memory>`',
    page: 'formatdomain.html#memory-allocation',
  }),
  openChild('maxMemory', {
    summary: 'Ceiling for memory that is plugged in while the guest runs, and the number of slots for it.',
    unit: 'KiB, or what the attribute `unit` says',
    since: '1.2.14',
    page: 'formatdomain.html#memory-allocation',
  }),
  openChild(
    'memoryBacking',
    {
      summary: 'How the host provides the memory: huge pages, locked, shared with other processes.',
      page: 'formatdomain.html#memory-backing',
    },
    memoryBackingChildren,
  ),
  openChild('vcpu', {
    summary: 'Number of virtual processors.',
    default: '1',
    page: 'formatdomain.html#cpu-allocation',
  }),
  openChild(
    'vcpus',
    {
      summary: 'State of single virtual processors: which are plugged in and which can be removed.',
      since: '2.2.0',
      drivers: ['qemu'],
      page: 'formatdomain.html#cpu-allocation',
    },
    repeatedNames({ vcpu: 'State of one virtual processor.' }),
  ),
  openChild('iothreads', {
    summary: 'Number of threads that serve disks and other devices apart from the main loop of QEMU.',
    since: '1.2.8',
    drivers: ['qemu'],
    page: 'formatdomain.html#iothreads-allocation',
  }),
  openChild(
    'iothreadids',
    {
      summary: 'Numbers of the I/O threads, when they are not simply counted from 1.',
      since: '1.2.15',
      drivers: ['qemu'],
      page: 'formatdomain.html#iothreads-allocation',
    },
    repeatedNames({ iothread: 'Number of one I/O thread, and the size of its pool.' }),
  ),
  openChild('defaultiothread', {
    summary: 'Size of the thread pool of the main loop of QEMU.',
    since: '8.5.0',
    drivers: ['qemu'],
    page: 'formatdomain.html#iothreads-allocation',
  }),
  openChild(
    'cputune',
    {
      summary: 'Pins virtual processors to those of the host and limits their share.',
      page: 'formatdomain.html#cpu-tuning',
    },
    cputuneChildren,
  ),
  openChild(
    'memtune',
    {
      summary: 'Limits the host memory that the whole process of the guest may take.',
      page: 'formatdomain.html#memory-tuning',
    },
    memtuneChildren,
  ),
  openChild(
    'numatune',
    {
      summary: 'Says on which NUMA nodes of the host the memory of the guest lies.',
      page: 'formatdomain.html#numa-node-tuning',
    },
    numatuneChildren,
  ),
  openChild(
    'blkiotune',
    {
      summary: 'Weight and limits of the disk traffic of the guest on the host.',
      page: 'formatdomain.html#block-i-o-tuning',
    },
    blkiotuneChildren,
  ),
  openChild(
    'throttlegroups',
    {
      summary: 'Named groups of disks that share one I/O limit.',
      drivers: ['qemu'],
      page: 'formatdomain.html#disk-throttle-group-management',
    },
    repeatedNames({ throttlegroup: 'One group with its limits.' }),
  ),
  openChild(
    'resource',
    {
      summary: 'Control group partition that the guest is put into.',
      page: 'formatdomain.html#resource-partitioning',
    },
    openNames({ partition: 'Path of the partition.', fibrechannel: 'Application id for Fibre Channel switches.' }),
  ),
  openChild('iommufd', {
    summary: 'Passes host devices through IOMMUFD instead of the VFIO container.',
    drivers: ['qemu'],
    page: 'formatdomain.html#host-device-iommufd',
  }),
];

/** What happens to the guest over its life. */
export const lifecycle: readonly ChildDeclaration[] = [
  openChild('on_poweroff', {
    summary: 'What becomes of the guest when it powers itself off.',
    default: '`destroy`',
    page: 'formatdomain.html#events-configuration',
  }),
  openChild('on_reboot', {
    summary: 'What becomes of the guest when it reboots.',
    default: '`restart`',
    page: 'formatdomain.html#events-configuration',
  }),
  openChild('on_crash', {
    summary: 'What becomes of the guest when its system crashes.',
    default: '`destroy`',
    page: 'formatdomain.html#events-configuration',
  }),
  openChild('on_lockfailure', {
    summary: 'What becomes of the guest when its lock manager loses the locks.',
    since: '1.0.0',
    page: 'formatdomain.html#events-configuration',
  }),
  openChild(
    'pm',
    {
      summary: 'Whether the guest may suspend to memory or to disk.',
      since: '0.10.2',
      drivers: ['qemu'],
      page: 'formatdomain.html#power-management',
    },
    openNames({
      'suspend-to-mem': 'Whether the guest may suspend to memory.',
      'suspend-to-disk': 'Whether the guest may suspend to disk.',
    }),
  ),
  openChild(
    'perf',
    {
      summary: 'Performance counters that the host keeps for the guest.',
      since: '1.3.3',
      page: 'formatdomain.html#performance-monitoring-events',
    },
    repeatedNames({ event: 'One counter, switched on or off.' }),
  ),
  openChildren(
    'seclabel',
    {
      summary: 'Confines the guest with a security driver of the host: SELinux, AppArmor or plain file ownership.',
      page: 'formatdomain.html#security-label',
    },
    seclabelChildren,
  ),
  openChild(
    'keywrap',
    {
      summary: 'Whether the guest may use the protected key operations of IBM Z.',
      since: '1.2.17',
      drivers: ['qemu'],
      page: 'formatdomain.html#key-wrap',
    },
    keywrapChildren,
  ),
  openChild(
    'launchSecurity',
    {
      summary: 'Encrypts the memory of the guest and proves it at start: AMD SEV, Intel TDX or IBM Secure Execution.',
      since: '4.5.0',
      drivers: ['qemu'],
      page: 'formatdomain.html#launch-security',
    },
    launchSecurityChildren,
  ),
];

/** What single drivers add in namespaces of their own. */
export const drivers: readonly ChildDeclaration[] = [
  namespaced('qemu', 'commandline', 'http://libvirt.org/schemas/domain/qemu/1.0', {
    summary: 'Arguments and environment variables that libvirt adds to the command line of QEMU as they are.',
    details: 'Unsupported, and the guest is marked as tainted; meant for trying things out.',
    drivers: ['qemu'],
    page: 'drvqemu.html#pass-through-of-arbitrary-qemu-commands',
  }),
  namespaced('qemu', 'capabilities', 'http://libvirt.org/schemas/domain/qemu/1.0', {
    summary: 'Makes libvirt believe that this QEMU has, or lacks, a capability.',
    details: 'Meant for developers.',
    drivers: ['qemu'],
    page: 'drvqemu.html',
  }),
  namespaced('qemu', 'deprecation', 'http://libvirt.org/schemas/domain/qemu/1.0', {
    summary: 'What QEMU does when libvirt uses something of it that is deprecated.',
    details: 'Meant for developers.',
    drivers: ['qemu'],
    page: 'drvqemu.html',
  }),
  namespaced('qemu', 'override', 'http://libvirt.org/schemas/domain/qemu/1.0', {
    summary: 'Sets properties of single QEMU devices, which are named by their aliases.',
    since: '8.2.0',
    drivers: ['qemu'],
    page: 'drvqemu.html',
  }),
  namespaced('lxc', 'namespace', 'http://libvirt.org/schemas/domain/lxc/1.0', {
    summary: 'Namespaces that the container shares with another container or process.',
    drivers: ['lxc'],
    page: 'drvlxc.html',
  }),
  namespaced('bhyve', 'commandline', 'http://libvirt.org/schemas/domain/bhyve/1.0', {
    summary: 'Arguments that libvirt adds to the command line of bhyve as they are.',
    drivers: ['bhyve'],
    page: 'drvbhyve.html',
  }),
  namespaced('xen', 'commandline', 'http://libvirt.org/schemas/domain/xen/1.0', {
    summary: 'Arguments that libvirt adds to the device model of Xen as they are.',
    drivers: ['xen'],
    page: 'drvxen.html',
  }),
  namespaced('vmware', 'datacenterpath', 'http://libvirt.org/schemas/domain/vmware/1.0', {
    summary: 'Path of the data centre in which VMware keeps the guest, as libvirt prints it.',
    drivers: ['esx'],
    page: 'drvesx.html',
  }),
];

function namespaced(prefix: string, name: string, namespace: string, documentation: Documentation): ChildDeclaration {
  const { element } = openChild(`${prefix}:${name}`, documentation);
  return { element: { ...element, namespace } };
}
