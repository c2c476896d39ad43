import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { AttributeDeclaration, Body, ChildDeclaration, ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';
import { interfaceBandwidth, networkInterfaceBandwidth } from '../../../network/bandwidth.ts';
import { mtu } from '../../../network/mtu.ts';
import { portOptions, portOptionsWithoutBridge } from '../../../network/portOptions.ts';
import { virtualport } from '../../../network/virtualport.ts';
import { vlan } from '../../../network/vlan.ts';
import { acpi } from '../common/acpi.ts';
import { deviceAddress } from '../common/address.ts';
import { alias } from '../common/alias.ts';
import { deviceBoot } from '../common/boot.ts';
import { rom } from '../common/rom.ts';
import { otherBackend, tapBackend, userBackend, vhostuserBackend } from './backend.ts';
import { backenddomain } from './backenddomain.ts';
import { coalesce } from './coalesce.ts';
import { directSource } from './directSource.ts';
import { hostdevDriver, tapDriver, tunnelDriver, vhostuserDriver } from './driver.ts';
import { ethernetSource } from './ethernetSource.ts';
import { filterref } from './filterref.ts';
import { guest } from './guest.ts';
import { hostdevSource } from './hostdevSource.ts';
import type { InterfaceType } from './interfaceType.ts';
import { interfaceType } from './interfaceType.ts';
import { guestIp, guestRoute } from './ipAndRoute.ts';
import { limitsByType } from './limits.ts';
import { link } from './link.ts';
import { mac } from './mac.ts';
import { model } from './model.ts';
import { bridgeSource, networkSource } from './networkSource.ts';
import { portForward } from './portForward.ts';
import { downscript, script } from './script.ts';
import { clientSource, internalSource, mcastSource, serverSource, udpSource } from './socketSource.ts';
import { target } from './target.ts';
import { hostDeviceTeaming, virtualTeaming } from './teaming.ts';
import { tune } from './tune.ts';
import { userSource } from './userSource.ts';
import { vdpaSource } from './vdpaSource.ts';
import { vdsSource } from './vdsSource.ts';
import { vhostuserSource } from './vhostuserSource.ts';

const trustGuestRxFilters: AttributeDeclaration = {
  name: 'trustGuestRxFilters',
  documentation: {
    summary: 'Whether the host follows the guest when it changes its MAC address or its receive filters.',
    default: '`no`',
    since: '1.2.10',
    drivers: ['qemu'],
    needs: 'A virtio card, and a macvtap device (type `direct`, or a network of that kind).',
  },
  type: yesNoMeaning(
    'The guest may change its MAC address and join multicast groups; the macvtap device follows.',
    'The macvtap device keeps the address of the definition.',
  ),
};

const managed: AttributeDeclaration = {
  name: 'managed',
  documentation: {
    summary: 'Whether libvirt takes the device from the host when the guest starts, and gives it back afterwards.',
    default: '`no`',
  },
  type: yesNoMeaning(
    'libvirt takes the device from its driver on the host and gives it back.',
    'Somebody else has taken the device from its driver, for instance `virsh nodedev-detach`.',
  ),
};

interface Parts {
  readonly source?: ElementDeclaration;
  /** The source may be missing. */
  readonly sourceOptional?: true;
  readonly virtualport?: true;
  readonly managed?: true;
  readonly bandwidth?: ElementDeclaration;
  readonly backend?: ElementDeclaration;
  readonly driver?: ElementDeclaration;
  readonly port?: ElementDeclaration;
  readonly teaming?: ElementDeclaration;
  /** Names of the children that this type is mostly written with, in the order in which they are offered. */
  readonly usual?: readonly string[];
}

/** The body of one type: all parts that an interface can have, in the order in which they are offered, the usual ones first. */
function bodyOf(type: InterfaceType, parts: Parts): () => Body {
  return lazy(() => {
    const { source } = parts;
    const limits = limitsByType[type];
    const sources: readonly ChildDeclaration[] = source
      ? [parts.sourceOptional ? { element: source } : { element: source, required: true }]
      : [];
    const others: readonly ChildDeclaration[] = [
      { element: model },
      { element: mac },
      ...(parts.virtualport ? [{ element: virtualport }] : []),
      { element: target },
      { element: vlan },
      { element: parts.bandwidth ?? interfaceBandwidth },
      { element: parts.driver ?? tunnelDriver },
      { element: link },
      { element: mtu },
      { element: filterref },
      { element: deviceBoot },
      { element: parts.backend ?? otherBackend },
      { element: portForward, repeatable: true },
      { element: alias },
      { element: deviceAddress },
      { element: parts.port ?? portOptionsWithoutBridge },
      { element: parts.teaming ?? virtualTeaming },
      { element: guestIp, repeatable: true },
      { element: guestRoute, repeatable: true },
      { element: acpi },
      { element: rom },
      { element: coalesce },
      { element: tune },
      { element: script },
      { element: downscript },
      { element: guest },
      { element: backenddomain },
    ];
    return {
      ...(parts.managed ? { attributes: [managed] } : {}),
      children: [
        ...sources,
        ...usualFirst(others, parts.usual ?? []).map(child => {
          const limit = limits[child.element.name];
          return limit ? { ...child, limit } : child;
        }),
      ],
    };
  });
}

function usualFirst(children: readonly ChildDeclaration[], usual: readonly string[]): readonly ChildDeclaration[] {
  const rank = ({ element }: ChildDeclaration): number =>
    usual.includes(element.name) ? usual.indexOf(element.name) : usual.length;
  return children.toSorted((left, right) => rank(left) - rank(right));
}

/** A network interface of the guest, inside `<devices>` or as a document of its own. */
export const interfaceDevice: ElementDeclaration = {
  name: 'interface',
  documentation: {
    summary: 'A network interface of the guest.',
    details: 'The type says how it is connected on the host; `<model>` says which card the guest sees.',
    page: 'formatdomain.html#network-interfaces',
  },
  body: lazy(() => ({
    attributes: [interfaceType, trustGuestRxFilters],
    variants: [
      {
        attribute: 'type',
        cases: {
          network: bodyOf('network', {
            source: networkSource,
            virtualport: true,
            driver: tapDriver,
            bandwidth: networkInterfaceBandwidth,
            backend: tapBackend,
            port: portOptions,
            teaming: hostDeviceTeaming,
          }),
          bridge: bodyOf('bridge', {
            source: bridgeSource,
            virtualport: true,
            driver: tapDriver,
            backend: tapBackend,
            port: portOptions,
          }),
          direct: bodyOf('direct', { source: directSource, virtualport: true, driver: tapDriver }),
          user: bodyOf('user', {
            source: userSource,
            sourceOptional: true,
            backend: userBackend,
            usual: ['model', 'mac', 'backend', 'portForward', 'ip'],
          }),
          hostdev: bodyOf('hostdev', {
            source: hostdevSource,
            virtualport: true,
            managed: true,
            driver: hostdevDriver,
            teaming: hostDeviceTeaming,
            usual: ['mac', 'vlan', 'virtualport', 'teaming', 'driver', 'boot', 'alias', 'address', 'rom', 'acpi'],
          }),
          vhostuser: bodyOf('vhostuser', {
            source: vhostuserSource,
            sourceOptional: true,
            driver: vhostuserDriver,
            backend: vhostuserBackend,
            usual: ['model', 'mac', 'driver', 'backend', 'portForward', 'ip'],
          }),
          ethernet: bodyOf('ethernet', {
            source: ethernetSource,
            sourceOptional: true,
            driver: tapDriver,
            backend: tapBackend,
            usual: ['model', 'mac', 'target', 'script', 'downscript'],
          }),
          vdpa: bodyOf('vdpa', { source: vdpaSource, driver: tapDriver }),
          udp: bodyOf('udp', { source: udpSource }),
          mcast: bodyOf('mcast', { source: mcastSource }),
          server: bodyOf('server', { source: serverSource }),
          client: bodyOf('client', { source: clientSource }),
          internal: bodyOf('internal', { source: internalSource }),
          vds: bodyOf('vds', { source: vdsSource }),
          null: bodyOf('null', {}),
        },
      },
    ],
  })),
};
