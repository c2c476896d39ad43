import { deviceName } from '../datatypes/characters.ts';
import { enumeration } from '../datatypes/enumeration.ts';
import { unicastMac } from '../datatypes/macAddress.ts';
import { anyText } from '../datatypes/text.ts';
import { uuid } from '../datatypes/uuid.ts';
import { yesNoMeaning } from '../datatypes/yesNo.ts';
import type { AttributeDeclaration, Body, ElementDeclaration } from '../model.ts';
import { lazy } from '../model.ts';
import { portBandwidth } from './bandwidth.ts';
import { macTableManager } from './bridge.ts';
import { hostDeviceDriver } from './hostDeviceDriver.ts';
import { hostPciAddress } from './pciAddress.ts';
import { networkPortOptions } from './portOptions.ts';
import { virtualport } from './virtualport.ts';
import { vlan } from './vlan.ts';

function uuidOf(what: string): ElementDeclaration {
  return { name: 'uuid', documentation: { summary: `UUID of the ${what}.` }, body: lazy(() => ({ text: uuid })) };
}

const owner: ElementDeclaration = {
  name: 'owner',
  documentation: { summary: 'The guest that the port belongs to.' },
  body: lazy(() => ({
    children: [
      {
        required: true,
        element: {
          name: 'name',
          documentation: { summary: 'Name of the guest.' },
          body: lazy(() => ({ text: anyText })),
        },
      },
      { required: true, element: uuidOf('guest') },
    ],
  })),
};

const mac: ElementDeclaration = {
  name: 'mac',
  documentation: { summary: 'MAC address of the interface of the guest.' },
  body: lazy(() => ({
    attributes: [
      { name: 'address', required: true, documentation: { summary: 'The unicast address.' }, type: unicastMac },
    ],
  })),
};

const group: ElementDeclaration = {
  name: 'group',
  documentation: { summary: 'The port group of the network that the port takes its settings from.' },
  body: lazy(() => ({ text: deviceName })),
};

const rxfilters: ElementDeclaration = {
  name: 'rxfilters',
  documentation: { summary: 'What the host does when the guest changes its filter of addresses.' },
  body: lazy(() => ({
    attributes: [
      {
        name: 'trustGuest',
        required: true,
        documentation: { summary: 'Whether the host follows the guest.', default: '`no`' },
        type: yesNoMeaning('The host takes over the addresses of the guest.', 'Changes by the guest have no effect.'),
      },
    ],
  })),
};

const plugType: AttributeDeclaration = {
  name: 'type',
  required: true,
  documentation: { summary: 'How the guest is connected on the host.' },
  type: enumeration([
    { value: 'network', documentation: { summary: 'Port of a bridge that libvirt has made for the network.' } },
    { value: 'bridge', documentation: { summary: 'Port of a bridge of the host.' } },
    { value: 'direct', documentation: { summary: 'A macvtap device on a device of the host.' } },
    { value: 'hostdev-pci', documentation: { summary: 'A virtual function that is handed to the guest.' } },
  ]),
};

const onBridge: () => Body = lazy(() => ({
  attributes: [
    {
      name: 'bridge',
      required: true,
      sample: 'virbr0',
      documentation: { summary: 'Name of the bridge.' },
      type: deviceName,
    },
    macTableManager,
  ],
}));

const onDevice: () => Body = lazy(() => ({
  attributes: [
    {
      name: 'dev',
      required: true,
      sample: 'eth0',
      documentation: { summary: 'Device of the host that carries the macvtap device.' },
      type: deviceName,
    },
    {
      name: 'mode',
      required: true,
      documentation: { summary: 'How the macvtap devices on that device exchange frames.' },
      type: enumeration([
        { value: 'bridge', documentation: { summary: 'Frames are handed over directly.' } },
        { value: 'vepa', documentation: { summary: 'All frames go to the switch outside.' } },
        { value: 'private', documentation: { summary: 'Frames are never handed over.' } },
        { value: 'passthrough', documentation: { summary: 'One guest has the device for itself.' } },
      ]),
    },
  ],
}));

const address: ElementDeclaration = {
  name: 'address',
  documentation: { summary: 'Where on the host the virtual function is.' },
  body: lazy(() => ({ attributes: hostPciAddress })),
};

const onFunction: () => Body = lazy(() => ({
  attributes: [
    {
      name: 'managed',
      documentation: {
        summary: 'Whether libvirt takes the function from its host driver, and gives it back.',
        default: '`no`',
      },
      type: yesNoMeaning('libvirt does so.', 'Somebody else does so.'),
    },
  ],
  children: [{ element: address, required: true }, { element: hostDeviceDriver }],
}));

const plug: ElementDeclaration = {
  name: 'plug',
  documentation: { summary: 'What the port is on the host; libvirt fills it in when the port is made.' },
  body: lazy(() => ({
    attributes: [plugType],
    variants: [
      {
        attribute: 'type',
        cases: { network: onBridge, bridge: onBridge, direct: onDevice, 'hostdev-pci': onFunction },
      },
    ],
  })),
};

/** One guest's place on a virtual network (`virsh net-port-create`). */
export const networkPort: ElementDeclaration = {
  name: 'networkport',
  documentation: {
    summary: 'The place of one interface on a virtual network, which libvirt makes when a guest starts.',
    details: '`virsh net-port-create` and `net-port-dumpxml` take and print it.',
    since: '5.5.0',
    page: 'formatnetworkport.html',
  },
  body: lazy(() => ({
    children: [
      { element: uuidOf('port'), required: true },
      { element: owner, required: true },
      { element: mac, required: true },
      { element: group },
      { element: rxfilters },
      { element: virtualport },
      { element: vlan },
      { element: portBandwidth },
      { element: networkPortOptions },
      { element: plug },
    ],
  })),
};
