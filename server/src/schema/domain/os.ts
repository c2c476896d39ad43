import type { ChildDeclaration } from '../model.ts';
import { openNames, repeatedNames } from './openElement.ts';

/** What stands in `<os>`. */
export const osChildren: readonly ChildDeclaration[] = [
  ...openNames({
    type: 'Kind of guest system, `hvm` for an unmodified one, with the architecture and machine type as attributes.',
  }),
  ...repeatedNames({
    boot: 'Kind of device to boot from; repeated, it makes an order.',
  }),
  ...openNames({
    loader: 'File with the firmware, or what the firmware to be chosen must offer.',
    nvram: 'File in which a UEFI firmware keeps the variables of this guest.',
    varstore: 'File in which the UEFI variables are kept outside the flash memory.',
    firmware: 'Features that the firmware to be chosen must or must not have.',
    bootmenu: 'Whether the firmware shows a boot menu, and for how long.',
    smbios: 'Where the SMBIOS tables of the guest come from.',
    bios: 'Options of the BIOS: output on the serial port, reboot after a failed boot.',
    kernel: 'File with the kernel to be started directly.',
    initrd: 'File with the initial RAM disk for the kernel.',
    cmdline: 'Command line of the kernel.',
    dtb: 'File with the device tree for the kernel.',
    shim: 'File with the shim that verifies the kernel under secure boot.',
    root: 'Device with the root file system, for paravirtualized guests.',
    acpi: 'Additional ACPI tables.',
    init: 'First program of a container.',
  }),
  ...repeatedNames({
    initarg: 'One argument for the first program of a container.',
    initenv: 'One environment variable for the first program of a container.',
  }),
  ...openNames({
    initdir: 'Working directory of the first program of a container.',
    inituser: 'User under which the first program of a container runs.',
    initgroup: 'Group under which the first program of a container runs.',
  }),
];

/** What stands in `<sysinfo>`. */
export const sysinfoChildren: readonly ChildDeclaration[] = [
  ...openNames({
    bios: 'BIOS information, block 0 of SMBIOS.',
    system: 'System information, block 1 of SMBIOS.',
  }),
  ...repeatedNames({ baseBoard: 'Information about a base board, block 2 of SMBIOS.' }),
  ...openNames({
    chassis: 'Chassis information, block 3 of SMBIOS.',
    oemStrings: 'Free strings of the maker, block 11 of SMBIOS.',
  }),
  ...repeatedNames({ entry: 'One entry of the firmware configuration device.' }),
];
