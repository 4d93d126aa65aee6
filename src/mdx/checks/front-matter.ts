/** Finds `{frontmatter.bse_url}`: a key that the front matter does not have, which would show as nothing. */
import type { Program } from 'estree';
import type { Node } from 'unist';
import { nearest } from '../../shared/nearest.ts';
import type { MdxFile } from '../context.ts';
import { nodesOf, type AnyNode } from '../estree/estree.ts';
import { member } from '../estree/static-value.ts';
import { placeIn } from '../source.ts';

/** @returns whether every key is there, or is asked for with care (`frontmatter.x ?? 'none'`, `frontmatter?.x`, `frontmatter.x && …`) */
export function checkFrontMatter(program: Program, host: Node, file: MdxFile): boolean {
  let sound = true;
  for (const { node, ancestors } of nodesOf(program as unknown as AnyNode)) {
    if (
      node.type !== 'Identifier' ||
      node.name !== 'frontmatter' ||
      (ancestors.at(-1)?.type === 'MemberExpression' && ancestors.at(-1)!.property === node)
    )
      continue;
    const chain = chainFrom(node, ancestors);
    let value: unknown = file.frontMatter,
      written = 'frontmatter';
    for (const { link, key } of chain.links) {
      // Texts and lists have members of their own (`length`, `map`).
      if (typeof value !== 'object' || value === null || Array.isArray(value)) break;
      if (!Object.hasOwn(value, key)) {
        if (!chain.careful) {
          report(`${written}.${key}`, written, key, Object.keys(value), placeIn(link, host), file);
          sound = false;
        }
        break;
      }
      value = member(value, key);
      written += `.${key}`;
    }
  }
  return sound;
}

/** The members asked for one after the other, and whether the author provides for their lack. */
function chainFrom(
  node: AnyNode,
  ancestors: AnyNode[],
): { links: { link: AnyNode; key: string }[]; careful: boolean } {
  const links: { link: AnyNode; key: string }[] = [];
  let inner = node,
    careful = false,
    index = ancestors.length - 1;
  for (; index >= 0; index--) {
    const parent = ancestors[index]!;
    if (parent.type === 'ChainExpression') {
      inner = parent;
      continue;
    }
    if (parent.type !== 'MemberExpression' || parent.object !== inner) break;
    const property = parent.property as AnyNode;
    const key = parent.computed
      ? property.type === 'Literal'
        ? String(property.value)
        : undefined
      : String(property.name);
    careful ||= parent.optional === true;
    if (key === undefined) {
      index = -1;
      break;
    }
    links.push({ link: property, key });
    inner = parent;
  }
  const parent = ancestors[index];
  careful ||=
    (parent?.type === 'LogicalExpression' && parent.left === inner) ||
    (parent?.type === 'ConditionalExpression' && parent.test === inner) ||
    parent?.type === 'UnaryExpression' ||
    (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(String(parent.operator))) ||
    guards(ancestors, links);
  return { links, careful };
}

/** `frontmatter.x && <b>{frontmatter.x}</b>`: the right side of a question about front matter. */
function guards(ancestors: AnyNode[], links: { key: string }[]): boolean {
  const first = links[0]?.key;
  return ancestors.some(({ type, left, test }) => {
    const question =
      type === 'LogicalExpression'
        ? left
        : type === 'ConditionalExpression' || type === 'IfStatement'
          ? test
          : undefined;
    return (
      question !== undefined &&
      [...nodesOf(question as AnyNode)].some(
        ({ node }) =>
          node.type === 'MemberExpression' &&
          (node.object as AnyNode).name === 'frontmatter' &&
          (node.property as AnyNode).name === first,
      )
    );
  });
}

function report(
  whole: string,
  owner: string,
  key: string,
  keys: string[],
  place: ReturnType<typeof placeIn>,
  { file, report: tell }: MdxFile,
): void {
  const meant = nearest(key, keys);
  tell({
    kind: 'mdx-component',
    file,
    ...place,
    message: `the front matter has no \`${whole.slice('frontmatter.'.length)}\`, so \`{${whole}}\` would show nothing`,
    hint: meant
      ? `did you mean \`${owner}.${meant}\`?`
      : `add \`${key}: …\` to the front matter of the page`,
  });
}
