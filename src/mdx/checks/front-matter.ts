/**
 * Finds `{frontmatter.bse_url}`: a key that the front matter lacks, which would show as nothing.
 */
import type { Program } from 'estree';
import type { Node } from 'unist';
import { nearest } from '../../shared/nearest.ts';
import type { MdxFile } from '../context.ts';
import { nodesOf, type AnyNode } from '../estree/estree.ts';
import { member } from '../estree/static-value.ts';
import { placeIn } from '../source.ts';

/**
 * A key within a question (`frontmatter.x ?? 'none'`, `frontmatter?.x`, `frontmatter.x && …`) may
 * be lacking on purpose, and is not looked at.
 * @returns whether every other key is there
 */
export function checkFrontMatter(program: Program, host: Node, file: MdxFile): boolean {
  let sound = true;
  for (const { node, ancestors } of nodesOf(program)) {
    const isInner = ancestors.at(-1)?.object === node;
    if (node.type !== 'MemberExpression' || isInner || ancestors.some(isQuestion)) continue;
    let value: unknown = file.frontMatter,
      owner = 'frontmatter';
    for (const { key, property } of keysOf(node)) {
      // Texts and lists have members of their own (`length`, `map`).
      if (typeof value !== 'object' || value === null || Array.isArray(value)) break;
      if (!Object.hasOwn(value, key)) {
        sound = false;
        const meant = nearest(key, Object.keys(value));
        const path = `${owner}.${key}`.slice('frontmatter.'.length);
        file.report({
          kind: 'mdx-component',
          file: file.file,
          ...placeIn(property, host),
          message:
            `the front matter has no \`${path}\`, ` +
            `so \`{frontmatter.${path}}\` would show nothing`,
          hint: meant
            ? `did you mean \`${owner}.${meant}\`?`
            : `add \`${key}: …\` to the front matter of the page`,
        });
        break;
      }
      value = member(value, key);
      owner += `.${key}`;
    }
  }
  return sound;
}

const isQuestion = ({ type, operator }: AnyNode): boolean =>
  /^(?:Logical|Conditional|Unary)Expression$|^IfStatement$/.test(type) ||
  (type === 'BinaryExpression' && /^[!=]==?$/.test(String(operator)));

/**
 * The keys asked for, from `frontmatter` on, as far as they are known; none where something else
 * is asked, or with `?.`.
 */
function keysOf(node: AnyNode): { key: string; property: AnyNode }[] {
  const keys: { key: string; property: AnyNode }[] = [];
  let inner = node;
  for (; inner.type === 'MemberExpression'; inner = inner.object as AnyNode) {
    const property = inner.property as AnyNode;
    if (inner.optional) return [];
    if (!inner.computed) keys.unshift({ key: String(property.name), property });
    else if (property.type === 'Literal') keys.unshift({ key: String(property.value), property });
    else keys.length = 0;
  }
  return inner.type === 'Identifier' && inner.name === 'frontmatter' ? keys : [];
}
