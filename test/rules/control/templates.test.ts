import { describe, expect, it } from 'vitest';
import { checkFindings, findFindings } from '../../support/findings.ts';

describe('a template is checked around its placeholders', () => {
  it.each([
    ['Jinja', "<interface type='{{ kind }}'><source {{ source }}/><mac address='{{ mac }}'/></interface>"],
    ['Jinja, part of a value', "<interface type='direct'><source dev='{{ nic }}.20' mode='vepa'/></interface>"],
    [
      'Jinja, quotes inside',
      `<interface type='direct'><source dev='{{ nic["a"] }}' mode='{{ modes['x'] }}'/></interface>`,
    ],
    ['a comment', "{# web <b> #}\n<interface type='network'><source network='default'/></interface>"],
    ['the shell', "<interface type='${TYPE}'><source network='${NET}'/><vlan><tag id='${VLAN}'/></vlan></interface>"],
    ['ERB', "<interface type='<%= @type %>'><source network='<%= @net %>'/></interface>"],
    ['autoconf', "<interface type='bridge'><source bridge='@BRIDGE@'/><mac address='@MAC@'/></interface>"],
    [
      'an include in place of what is required',
      "<interface type='direct'>\n  {% include 'source.xml' %}\n</interface>",
    ],
    ['attributes from a placeholder', "<interface type='bridge'><source {{ attributes }}/></interface>"],
    [
      'branches with one element each',
      "<interface type='bridge'>\n{% if ovs %}\n<source bridge='ovs0'/>\n{% else %}\n<source bridge='br0'/>\n{% endif %}\n</interface>",
    ],
    [
      'branches with one attribute each',
      "<interface type='direct'><source dev='eth0' {% if a %}mode='vepa'{% else %}mode='bridge'{% endif %}/></interface>",
    ],
    [
      'a rule whose value is unknown',
      "<interface type='direct'><source dev='eth0.1' mode='{{ mode }}'/><virtualport type='802.1Qbg'><parameters managerid='{{ id }}' typeid='1' typeidversion='1'/></virtualport></interface>",
    ],
    [
      'a loop around devices with one and the same MAC',
      "<domain type='kvm'><name>{{ name }}</name><devices>{% for n in nets %}<interface type='network'><mac address='{{ n.mac }}'/><source network='{{ n.name }}'/></interface>{% endfor %}<interface type='network'><mac address='{{ n.mac }}'/><source network='x'/></interface></devices></domain>",
    ],
  ])('%s', (_what, text) => {
    expect(findFindings(text).map(({ code, message }) => [code, message])).toEqual([]);
  });

  it('and what is certain is said', () =>
    checkFindings(`
      {% set nic = 'eth0' %}
      <domain type='kvm'>
        <name>{{ name }}</name>
        <devices>
          {% for mac in macs %}
          <interface type='direct'>
            <mac address='{{ mac }}' typ='static'/>
                                     ▔▔▔ error schema/unknown-attribute
            <source dev='{{ nic }}' mode='brigde'/>
                                          ▔▔▔▔▔▔ error value/not-allowed
            <modle type='virtio'/>
             ▔▔▔▔▔ error schema/unknown-element
            <target dev='a-name-that-is-too-long'/>
                         ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error target/name-too-long
          </interface>
          {% endfor %}
        </devices>
      </domain>
    `));

  it('a lone @, $ or brace makes no template', () =>
    checkFindings(`
      <interface type='network'>
        <source network='a@b {x} $1 {{'/>
        <modle/>
         ▔▔▔▔▔ error schema/unknown-element
      </interface>
    `));
});
