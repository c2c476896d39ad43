import type { SyntaxCode } from '../../xml/problems.ts';
import type { CodeDescription } from '../rule.ts';

/** What is said about the codes of the parser; a document that is no well-formed XML is refused as a whole. */
export const syntaxCodes: readonly (CodeDescription & { readonly code: SyntaxCode })[] = [
  {
    code: 'syntax/unclosed-element',
    severity: 'error',
    covers: [],
    page: {
      title: 'Element without end tag',
      explanation:
        "Every element ends with its own end tag, or with `/>` in its start tag. libvirt's XML parser refuses the whole document otherwise.",
      bad: "<interface type='network'>\n  <source network='default'>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/unclosed-tag',
    severity: 'error',
    covers: [],
    page: {
      title: 'Tag without its >',
      explanation: 'A tag ends with `>` or `/>`. Without it the parser takes what follows for attributes.',
      bad: "<interface type='network'>\n  <source network='default'\n  <model type='virtio'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n</interface>",
    },
  },
  {
    code: 'syntax/stray-end-tag',
    severity: 'error',
    covers: [],
    page: {
      title: 'End tag without start tag',
      explanation:
        'An end tag closes the element that was opened last. This one closes nothing: its start tag is missing, misspelt, or already closed.',
      bad: "<interface type='network'>\n  <source network='default'/>\n  </source>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/missing-name',
    severity: 'error',
    covers: [],
    page: {
      title: 'Tag or value without a name',
      explanation:
        'A `<` begins a tag and wants a name right behind it; to write the character itself, use `&lt;`. A value in quotes wants the name of its attribute in front.',
      bad: "<interface type='network' ='yes'>\n  <source network='default'/>\n</interface>",
      good: "<interface type='network' trustGuestRxFilters='yes'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/missing-quote',
    severity: 'error',
    covers: [],
    page: {
      title: 'Value without its quotes',
      explanation: 'The value of an attribute stands between two quotes of the same kind.',
      bad: "<interface type='network'>\n  <source network='default/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/missing-equals',
    severity: 'error',
    covers: [],
    page: {
      title: 'Attribute without =',
      explanation: 'An attribute is a name, an equals sign and a quoted value.',
      bad: "<interface type='network'>\n  <source network'default'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/missing-value',
    severity: 'error',
    covers: [],
    page: {
      title: 'Attribute without a value',
      explanation: "XML knows no attributes that are just a name: write `name='value'`.",
      bad: "<interface type='network'>\n  <source network=/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/missing-space',
    severity: 'error',
    covers: [],
    page: {
      title: 'Attributes that run together',
      explanation: 'Between two attributes stands white space.',
      bad: "<interface type='direct'>\n  <source dev='eth0'mode='bridge'/>\n</interface>",
      good: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n</interface>",
    },
  },
  {
    code: 'syntax/duplicate-attribute',
    severity: 'error',
    covers: [],
    page: {
      title: 'Attribute that is written twice',
      explanation: 'An attribute may stand only once on an element. The XML parser refuses the whole document.',
      bad: "<interface type='direct'>\n  <source dev='eth0' mode='vepa' mode='bridge'/>\n</interface>",
      good: "<interface type='direct'>\n  <source dev='eth0' mode='bridge'/>\n</interface>",
    },
  },
  {
    code: 'syntax/raw-ampersand',
    severity: 'error',
    covers: [],
    page: {
      title: 'Bare &',
      explanation: 'The character `&` begins an entity such as `&lt;`. To write the character itself, use `&amp;`.',
      bad: "<domain type='kvm'>\n  <name>web & mail</name>\n  <memory>1048576</memory>\n  <os>\n    <type>hvm</type>\n  </os>\n</domain>",
      good: "<domain type='kvm'>\n  <name>web &amp; mail</name>\n  <memory>1048576</memory>\n  <os>\n    <type>hvm</type>\n  </os>\n</domain>",
    },
  },
  {
    code: 'syntax/raw-less-than',
    severity: 'error',
    covers: [],
    page: {
      title: 'Bare <',
      explanation: 'The character `<` begins a tag. To write the character itself, use `&lt;`.',
      bad: "<interface type='network'>\n  <source network='a<b'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='a&lt;b'/>\n</interface>",
    },
  },
  {
    code: 'syntax/bad-entity',
    severity: 'error',
    covers: [],
    page: {
      title: 'Unknown entity',
      explanation:
        'XML itself knows `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`, and characters by number such as `&#233;`. Other entities would have to be declared in a DTD, which is not read.',
      bad: "<interface type='network'>\n  <source network='caf&eacute;'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='caf&#233;'/>\n</interface>",
    },
  },
  {
    code: 'syntax/bad-character',
    severity: 'error',
    covers: [],
    page: {
      title: 'Character that XML does not allow there',
      explanation:
        'Control characters other than tab and line break cannot stand in XML at all. A `/` stands only directly in front of the `>` of a tag, or behind its `<`; an end tag has nothing but the name; `]]>` cannot stand in a text.',
      bad: "<interface type='network'>\n  <source / network='default'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/bad-comment',
    severity: 'error',
    covers: [],
    page: {
      title: 'Comment with -- inside',
      explanation: 'Two dashes in a row end a comment and may not stand inside it.',
      bad: "<interface type='network'>\n  <!-- eth0 -- uplink -->\n  <source network='default'/>\n</interface>",
      good: "<interface type='network'>\n  <!-- eth0: uplink -->\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/bad-declaration',
    severity: 'error',
    covers: [],
    page: {
      title: 'XML declaration in the wrong place or form',
      explanation: "`<?xml version='1.0'?>` may stand only once, as the very first characters of the document.",
      bad: "<!-- web1 -->\n<?xml version='1.0'?>\n<interface type='network'>\n  <source network='default'/>\n</interface>",
      good: "<?xml version='1.0'?>\n<!-- web1 -->\n<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/bad-name',
    severity: 'error',
    covers: [],
    page: {
      title: 'Name that XML does not allow',
      explanation:
        'Names begin with a letter or an underscore and go on with letters, digits, dots, dashes and underscores.',
      bad: "<interface type='network'>\n  <? note ?>\n  <source network='default'/>\n</interface>",
      good: "<interface type='network'>\n  <?note?>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/unclosed-section',
    severity: 'error',
    covers: [],
    page: {
      title: 'Comment, CDATA or instruction without its end',
      explanation:
        'A comment ends with `-->`, a CDATA section with `]]>`, a processing instruction with `?>`. Without it the rest of the document is part of it.',
      bad: "<interface type='network'>\n  <source network='default'/>\n</interface>\n<?note the second NIC",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>\n<?note the second NIC?>",
    },
  },
  {
    code: 'syntax/doctype',
    severity: 'warning',
    covers: [],
    page: {
      title: 'Document type declaration',
      explanation:
        'libvirt has no DTD: it checks with a schema of its own. `virsh define` takes the declaration, reads the entities that it declares itself, opens no file that it names, and drops it all when it stores the document. It is never read here, so the values of its entities are unknown. Write them out and delete the declaration.',
      bad: "<!DOCTYPE interface>\n<interface type='network'>\n  <source network='default'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/second-root',
    severity: 'error',
    covers: [],
    page: {
      title: 'Second root element',
      explanation:
        'A document has one root element. To keep several devices in one file, put them into the `<devices>` of a domain.',
      bad: "<interface type='network'>\n  <source network='default'/>\n</interface>\n<interface type='network'>\n  <source network='lab'/>\n</interface>",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/no-root',
    severity: 'error',
    covers: [],
    page: {
      title: 'Document without an element',
      explanation: 'There is no element in the document.',
      bad: '<!-- nothing yet -->',
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>",
    },
  },
  {
    code: 'syntax/text-outside-root',
    severity: 'error',
    covers: [],
    page: {
      title: 'Text outside the root element',
      explanation: 'Only comments and white space may stand before and after the root element.',
      bad: "<interface type='network'>\n  <source network='default'/>\n</interface>\nsecond NIC",
      good: "<interface type='network'>\n  <source network='default'/>\n</interface>\n<!-- second NIC -->",
    },
  },
];
