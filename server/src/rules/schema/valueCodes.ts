import type { ValueCode } from '../../schema/datatypes/datatype.ts';
import type { CodeDescription } from '../rule.ts';

/** What is said about the codes that the datatypes give; `value/not-allowed` is described with the rule itself. */
export const valueCodes: readonly (CodeDescription & { readonly code: ValueCode })[] = [
  {
    code: 'value/not-a-number',
    severity: 'error',
    covers: ['IF014', 'VP12', 'NW69', 'NW71', 'MT01', 'CO03', 'TU01', 'BW05'],
    page: {
      title: 'Value that is no number',
      explanation:
        "libvirt reads the value as a whole number and refuses everything else: units, fractions, words. Its message is `Invalid value for attribute 'size' in element 'mtu': 'jumbo'. Expected integer value`, or one of the parameter itself.",
      bad: "<interface type='network'>\n  <source network='default'/>\n  <mtu size='jumbo'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n  <mtu size='9000'/>\n</interface>",
    },
  },
  {
    code: 'value/out-of-range',
    severity: 'error',
    covers: [
      'VP11',
      'VP16',
      'VP17',
      'IF015',
      'NW54',
      'NW61',
      'HI10',
      'MT03',
      'CO02',
      'TU03',
      'PF06',
      'PF07',
      'PF08',
      'BW06',
      'BW07',
      'BW08',
      'VL02',
      'BO03',
      'AC01',
    ],
    page: {
      title: 'Number outside its range',
      explanation:
        'The number is read, but libvirt or its schema allows only a range, mostly because the field on the wire or in the kernel has so many bits.',
      bad: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='256' typeid='1' typeidversion='1'/>\n  </virtualport>\n</interface>",
      good: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='255' typeid='1' typeidversion='1'/>\n  </virtualport>\n</interface>",
    },
  },
  {
    code: 'value/bad-uuid',
    severity: 'error',
    covers: ['VP18', 'VP19', 'VP22', 'IF026', 'NW03'],
    page: {
      title: 'Value that is no UUID',
      explanation:
        'A UUID is 32 hex digits, written as 8-4-4-4-12 or without dashes. libvirt itself is lenient about dashes, its schema is not.',
      bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'>\n    <parameters interfaceid='port1'/>\n  </virtualport>\n</interface>",
      good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <virtualport type='openvswitch'>\n    <parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>\n  </virtualport>\n</interface>",
    },
  },
  {
    code: 'value/bad-mac',
    severity: 'error',
    covers: ['MAC01', 'MAC04', 'MAC05', 'NW38', 'HI18'],
    page: {
      title: 'Value that is no MAC address',
      explanation:
        "A MAC address is six pairs of hex digits with colons between them. libvirt prints `unable to parse mac address '52-54-00-11-22-33'`.",
      bad: "<interface type='network'>\n  <mac address='52-54-00-11-22-33'/>\n  <source network='default'/>\n</interface>",
      good: "<interface type='network'>\n  <mac address='52:54:00:11:22:33'/>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'value/multicast-mac',
    severity: 'error',
    covers: ['MAC02', 'NW38', 'NW70'],
    page: {
      title: 'Multicast address for a guest',
      explanation:
        "The lowest bit of the first octet makes an address a multicast one, which no network card may have as its own. libvirt prints `expected unicast mac address, found multicast '53:54:00:11:22:33'`.",
      bad: "<interface type='network'>\n  <mac address='53:54:00:11:22:33'/>\n  <source network='default'/>\n</interface>",
      good: "<interface type='network'>\n  <mac address='52:54:00:11:22:33'/>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'value/bad-ip',
    severity: 'error',
    covers: ['IF018', 'IP11', 'PF11'],
    page: {
      title: 'Value that is no IP address',
      explanation:
        'The value is an IPv4 address as four numbers with dots, or an IPv6 address where that is allowed; no host name, no prefix length.',
      bad: "<interface type='mcast'>\n  <source address='group.example' port='5558'/>\n</interface>",
      good: "<interface type='mcast'>\n  <source address='230.0.0.1' port='5558'/>\n</interface>",
    },
  },
  {
    code: 'value/bad-pci-address',
    severity: 'error',
    covers: ['IF035'],
    page: {
      title: 'Wrong part of a PCI address',
      explanation:
        "A PCI address has a domain (up to 0xffff), a bus (up to 0xff), a slot (up to 0x1f) and a function (up to 0x7). libvirt prints for example `Invalid PCI address slot='0x20', must be <= 0x1F`.",
      bad: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x05' slot='0x20' function='0x0'/>\n  </source>\n</interface>",
      good: "<interface type='hostdev' managed='yes'>\n  <source>\n    <address type='pci' domain='0x0000' bus='0x05' slot='0x10' function='0x0'/>\n  </source>\n</interface>",
    },
  },
  {
    code: 'value/too-long',
    severity: 'error',
    covers: ['VP20', 'VP21'],
    page: {
      title: 'Value that is too long',
      explanation:
        "The value goes into a field of fixed size. A port profile's name has 39 bytes; libvirt prints `profileid parameter too long`.",
      bad: "<interface type='direct'>\n  <source dev='eth0' mode='private'/>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='a-port-profile-whose-name-goes-on-and-on-and-on'/>\n  </virtualport>\n</interface>",
      good: "<interface type='direct'>\n  <source dev='eth0' mode='private'/>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='a-port-profile'/>\n  </virtualport>\n</interface>",
    },
  },
  {
    code: 'value/bad-format',
    severity: 'error',
    covers: ['TGT08', 'NW02', 'NW59', 'NW77', 'PB04', 'VU07', 'FR05', 'MOD01', 'RO02'],
    page: {
      title: 'Value of the wrong form',
      explanation:
        'The value has characters or a form that libvirt or its schema does not take here; the message says which ones it does.',
      bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <target dev='tap 0'/>\n</interface>",
      good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <target dev='tap0'/>\n</interface>",
    },
  },
];
