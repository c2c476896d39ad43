import type { ChildDeclaration } from '../model.ts';
import { openNames, repeatedNames } from './openElement.ts';

/** What stands in `<memoryBacking>`. */
export const memoryBackingChildren: readonly ChildDeclaration[] = openNames({
  hugepages: 'Takes the memory from huge pages of the host.',
  access: 'Whether other processes may share the memory, which vhost-user and virtiofs need.',
  source: 'Kind of the memory: anonymous, a file, or memfd.',
  allocation: 'When the memory is taken from the host, and by how many threads.',
  locked: 'Keeps the memory from being swapped out.',
  nosharepages: 'Keeps equal pages of several guests from being merged.',
  discard: 'Drops the contents of the memory when the guest stops.',
});

/** What stands in `<memtune>`. */
export const memtuneChildren: readonly ChildDeclaration[] = openNames({
  hard_limit: 'Most memory that the process of the guest may take; beyond it the process is killed.',
  soft_limit: 'Memory that the process is pushed back to when the host runs short.',
  swap_hard_limit: 'Most memory and swap together that the process may take.',
  min_guarantee: 'Memory that the guest gets in any case.',
});

/** What stands in `<numatune>`. */
export const numatuneChildren: readonly ChildDeclaration[] = [
  ...openNames({ memory: 'NUMA nodes of the host for the memory of the whole guest.' }),
  ...repeatedNames({ memnode: 'NUMA nodes of the host for one node of the guest.' }),
];

/** What stands in `<blkiotune>`. */
export const blkiotuneChildren: readonly ChildDeclaration[] = [
  ...openNames({ weight: 'Weight of the disk traffic of the guest, relative to other guests.' }),
  ...repeatedNames({ device: 'Weight and limits on one block device of the host.' }),
];
