import type { ChildDeclaration } from '../model.ts';
import { openNames, repeatedNames } from './openElement.ts';

/** What stands in `<cpu>`. */
export const cpuChildren: readonly ChildDeclaration[] = [
  ...openNames({
    model: 'Named model of a processor, to which features are added.',
    vendor: 'Vendor that the processor of the host must have.',
    topology: 'Numbers of sockets, dies, clusters, cores and threads.',
  }),
  ...repeatedNames({ feature: 'One feature of the processor, with what is done about it.' }),
  ...openNames({
    numa: 'NUMA nodes that the guest sees.',
    cache: 'How the guest sees the caches of the processor.',
    maxphysaddr: 'Number of bits of a physical address.',
  }),
];

/** What stands in `<clock>`. */
export const clockChildren: readonly ChildDeclaration[] = repeatedNames({
  timer: 'One timer of the guest, with its tick policy.',
});

/** What stands in `<cputune>`. */
export const cputuneChildren: readonly ChildDeclaration[] = [
  ...repeatedNames({ vcpupin: 'Processors of the host on which one virtual processor runs.' }),
  ...openNames({ emulatorpin: 'Processors of the host on which the emulator runs.' }),
  ...repeatedNames({ iothreadpin: 'Processors of the host on which one I/O thread runs.' }),
  ...openNames({
    shares: 'Share of processor time, relative to other guests.',
    period: 'Time over which the quota of a virtual processor counts, in microseconds.',
    quota: 'Time that a virtual processor may run in each period, in microseconds.',
    global_period: 'Time over which the quota of the whole guest counts, in microseconds.',
    global_quota: 'Time that the whole guest may run in each period, in microseconds.',
    emulator_period: 'Time over which the quota of the emulator counts, in microseconds.',
    emulator_quota: 'Time that the emulator may run in each period, in microseconds.',
    iothread_period: 'Time over which the quota of an I/O thread counts, in microseconds.',
    iothread_quota: 'Time that an I/O thread may run in each period, in microseconds.',
  }),
  ...repeatedNames({
    vcpusched: 'Scheduler policy and priority of virtual processors.',
    iothreadsched: 'Scheduler policy and priority of I/O threads.',
  }),
  ...openNames({ emulatorsched: 'Scheduler policy and priority of the emulator.' }),
  ...repeatedNames({
    cachetune: 'Share of the processor caches of the host for some virtual processors.',
    memorytune: 'Memory bandwidth for some virtual processors.',
    energytune: 'Monitoring of the energy that some virtual processors use.',
  }),
];
