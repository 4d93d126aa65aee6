/**
 * Finds components and names that nothing defines. Astro would stop at the first, without a line;
 * here all are reported and taken out, so that the rest is checked too.
 */
import type { Program } from 'estree';
import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Node } from 'unist';
import { nearest } from '../../shared/nearest.ts';
import { checkFrontMatter } from './front-matter.ts';
import type { MdxFile } from '../context.ts';
import { declaredNames, isComponentName, references, type AnyNode } from '../estree/estree.ts';
import { isKnownName, isKnownTag, knownNames } from './known-names.ts';
import { isExpression, isJsx, programOf } from '../node-kinds.ts';
import { placeIn, placeOf, sourceOf } from '../source.ts';

export function checkNames(tree: Root, file: MdxFile): void {
  for (const node of tree.children)
    if (node.type === 'mdxjsEsm' && node.data?.estree) isSound(node.data.estree, node, file);
  checkIn(tree, file);
}

function checkIn(parent: Parents, file: MdxFile): void {
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index]! as RootContent;
    if (isExpression(node) && node.data?.estree && !isSound(node.data.estree, node, file)) {
      const text = { type: 'text', value: sourceOf(node, file.text) } as const;
      replace(parent, index, [
        node.type === 'mdxTextExpression'
          ? text
          : { type: 'paragraph', children: [text], position: node.position },
      ]);
    } else if (isJsx(node)) {
      node.attributes = node.attributes.filter((attribute) => {
        const program = programOf(attribute);
        return !program || isSound(program, node, file);
      });
      if (node.name && !isKnownTag(node.name, file)) {
        unknownComponent(node.name, placeOf(node), file);
        replace(parent, index, node.children);
        index--;
        continue;
      }
    }
    if ('children' in node) checkIn(node, file);
  }
}

function replace(parent: Parents, index: number, nodes: (RootContent | PhrasingContent)[]): void {
  (parent.children as RootContent[]).splice(index, 1, ...(nodes as RootContent[]));
}

/** Reports every unknown name. JSX of unknown components is repaired in place; a name cannot be. */
function isSound(program: Program, host: Node, file: MdxFile): boolean {
  const declared = declaredNames(program);
  let sound = true;
  for (const { node, name, ancestors, jsx } of references(program)) {
    if (declared.has(name)) continue;
    if (jsx) {
      const member = ancestors.at(-1)?.type === 'JSXMemberExpression';
      if (isKnownTag(member ? `${name}.` : name, file)) continue;
      unknownComponent(name, placeIn(node, host), file);
      const element = ancestors.findLast(({ type }) => type === 'JSXElement');
      if (element)
        Object.assign(element, {
          type: 'JSXFragment',
          openingFragment: { type: 'JSXOpeningFragment' },
          closingFragment: { type: 'JSXClosingFragment' },
        });
    } else if (!isKnownName(name, file)) {
      unknownName(name, node, host, file);
      sound = false;
    }
  }
  return checkFrontMatter(program, host, file) && sound;
}

function unknownComponent(
  name: string,
  place: ReturnType<typeof placeOf>,
  { file, report, components, scope }: MdxFile,
): void {
  const root = name.split('.')[0]!;
  const meant = nearest(root, [...components.keys(), ...[...scope.names].filter(isComponentName)]);
  const atHand = [...components.keys()].sort().join(', ');
  report({
    kind: 'mdx-component',
    file,
    ...place,
    component: name,
    message: `\`<${name}>\` is not a component that this file can use`,
    hint: meant
      ? `did you mean \`<${meant}>\`?`
      : `import it, put ${root}.astro into the folder components/, or, ` +
        `if it is meant as text, write \`\\<\` (components at hand: ${atHand})`,
  });
}

function unknownName(name: string, node: AnyNode, host: Node, file: MdxFile): void {
  const keys = Object.keys(file.frontMatter);
  const key = keys.includes(name) ? name : nearest(name, keys);
  const meant = nearest(name, knownNames(file)) ?? (key && `frontmatter.${key}`);
  file.report({
    kind: 'mdx-component',
    file: file.file,
    ...placeIn(node, host),
    message: `\`${name}\`, in braces, is not defined in this file`,
    hint: meant
      ? `did you mean \`${meant}\`?`
      : `define it (\`export const ${name} = …\`), or, if the braces are meant as text, write \`\\{\``,
  });
}
