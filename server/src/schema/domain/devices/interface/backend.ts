import { characters } from '../../../datatypes/characters.ts';
import type { Datatype } from '../../../datatypes/datatype.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import { absolutePath } from '../../../datatypes/path.ts';
import type { AttributeDeclaration, ElementDeclaration, Limit } from '../../../model.ts';
import { lazy } from '../../../model.ts';

const dnsName = characters({
  label: 'host name',
  allowed: /[a-zA-Z0-9.-]/,
  allowedText: 'letters, digits, dots and -',
});

const notPasst: Limit = {
  effect: 'refused at define',
  reason: "passt serves interfaces of type='user' and type='vhostuser'; libvirt refuses it for other types.",
  instead: "Leave type out, or set the interface's type='user'.",
  covers: ['PB01'],
  libvirtMessage: "The 'passt' backend can only be used with interface type='user' or type='vhostuser'",
};

function backendType({ limit, since }: { readonly limit?: Limit; readonly since?: string } = {}): Datatype {
  const passt = {
    value: 'passt',
    documentation: {
      summary: 'The program passt, which uses the connections of the host and forwards ports to the guest.',
      ...(since !== undefined && { since }),
      needs: 'passt on the host, and QEMU 7.2 or newer.',
    },
  };
  return enumeration([
    limit ? { ...passt, limit } : passt,
    {
      value: 'default',
      aliases: ['slirp'],
      documentation: { summary: 'SLIRP inside QEMU, or passt where QEMU was built without it.', since: '10.6.0' },
    },
  ]);
}

const tap: AttributeDeclaration = {
  name: 'tap',
  sample: '/dev/net/tun',
  documentation: {
    summary: 'Device node by which tap devices are made.',
    default: '`/dev/net/tun`',
    since: '1.2.9',
  },
  type: absolutePath('/dev/'),
};

const noTap: Limit = {
  effect: 'refused at start',
  drivers: ['qemu'],
  reason: 'This type of interface has no tap device of its own; the guest is defined and cannot start.',
  instead: 'Leave tap out.',
  covers: ['PB06'],
  libvirtMessage: 'interface %1$s - custom tap device path is not supported for network interfaces of type %2$s',
};

function backend(type: Datatype, tapAttribute: AttributeDeclaration): ElementDeclaration {
  return {
    name: 'backend',
    documentation: {
      summary: 'What on the host carries the interface: device nodes of tap and vhost, or passt.',
      since: '1.2.9',
      drivers: ['qemu'],
      page: 'formatdomain.html#setting-network-backend-specific-options',
    },
    body: lazy(() => ({
      attributes: [
        {
          name: 'type',
          documentation: {
            summary: 'The program that makes the user-mode network.',
            default: '`default`; passt where QEMU has no SLIRP, since 10.6.0',
            since: '9.0.0',
          },
          type,
        },
        {
          name: 'logFile',
          sample: '/var/log/passt.log',
          documentation: { summary: 'File that passt writes its log to.', since: '9.0.0', needs: "`type='passt'`." },
          type: absolutePath('/var/log/'),
        },
        {
          name: 'hostname',
          sample: 'guest1',
          documentation: {
            summary: 'Host name that passt hands to the guest by DHCP.',
            since: '11.8.0',
            needs: "`type='passt'`.",
          },
          type: dnsName,
        },
        {
          name: 'fqdn',
          sample: 'guest1.example.com',
          documentation: {
            summary: 'Full name with its domain that passt hands to the guest by DHCP.',
            since: '11.8.0',
            needs: "`type='passt'`.",
          },
          type: dnsName,
        },
        tapAttribute,
        {
          name: 'vhost',
          sample: '/dev/vhost-net',
          documentation: {
            summary: 'Device node of the vhost module of the kernel.',
            default: '`/dev/vhost-net`',
            since: '1.2.9',
            needs: 'A virtio card.',
          },
          type: absolutePath('/dev/'),
        },
      ],
    })),
  };
}

/** Back end of interfaces that are made in user space. */
export const userBackend = backend(backendType(), { ...tap, limit: noTap });
/** Back end of interfaces whose frames another process takes. */
export const vhostuserBackend = backend(backendType({ since: '11.1.0' }), { ...tap, limit: noTap });
/** Back end of interfaces with a tap device. */
export const tapBackend = backend(backendType({ limit: notPasst }), tap);
/** Back end of interfaces with neither. */
export const otherBackend = backend(backendType({ limit: notPasst }), { ...tap, limit: noTap });
