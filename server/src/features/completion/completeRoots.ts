import { documentKinds } from '../../schema/catalogue.ts';
import { renderDocumentation } from '../renderDocumentation.ts';
import type { ElementPlace } from './completeElements.ts';
import type { CompletionContext } from './completionContext.ts';
import { writeInterfaceSnippets } from './interfaceSnippetItems.ts';
import type { UnrankedItem } from './rankItems.ts';

/** A whole document to start from, for each kind that there is; and whole interfaces. */
export function completeRoots(context: CompletionContext, place: ElementPlace): readonly UnrankedItem[] {
  const roots = documentKinds.map(({ root, label }): UnrankedItem => {
    const { name } = root;
    return {
      label: name,
      kind: 'element',
      detail: label,
      documentation: renderDocumentation(root.documentation, { page: root.documentation.page }),
      range: place.range,
      insertText: place.opening + name + (place.missing === 'element' ? writeRoot(name, context) : ''),
      snippet: true,
    };
  });
  return [...roots, ...writeInterfaceSnippets(context, place)];
}

/** The smallest document of a kind that libvirt takes, behind its root's name. */
function writeRoot(name: string, { style: { quote, indent, lineBreak } }: CompletionContext): string {
  const lines =
    name === 'domain'
      ? [
          ` type=${quote}\${1|kvm,qemu,xen,lxc,bhyve|}${quote}>`,
          `${indent}<name>\${2:guest}</name>`,
          `${indent}<memory unit=${quote}MiB${quote}>\${3:2048}</memory>`,
          `${indent}<vcpu>\${4:2}</vcpu>`,
          `${indent}<os>`,
          `${indent}${indent}<type>hvm</type>`,
          `${indent}</os>`,
          `${indent}<devices>`,
          `${indent}${indent}$0`,
          `${indent}</devices>`,
          `</domain>`,
        ]
      : [
          ` type=${quote}\${1|network,bridge,direct,hostdev,user,ethernet,vhostuser,vdpa|}${quote}>`,
          `${indent}$0`,
          `</${name}>`,
        ];
  return lines.join(lineBreak);
}
