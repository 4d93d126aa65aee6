/** Checks the author components' attributes: missing, misspelt, or nearly a callout's type. */
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { nearest } from '../../shared/nearest.ts';
import { calloutLook, calloutTypes } from '../../shared/callout.ts';
import { authorComponents } from '../author-components.ts';
import type { MdxFile } from '../context.ts';
import { isJsx } from '../node-kinds.ts';
import { placeOf } from '../source.ts';

export function checkAttributes(tree: Root, file: MdxFile): void {
  visit(tree, (node) => {
    const name = (isJsx(node) && node.name) || '';
    if (isJsx(node) && Object.hasOwn(authorComponents, name) && !file.scope.names.has(name))
      check(node, name, file);
  });
}

function check(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  component: string,
  { file, report }: MdxFile,
): void {
  const { needed, others } = authorComponents[component]!;
  const known = [...needed, ...others];
  const tell = (message: string, hint: string) =>
    report({ kind: 'component-attribute', file, ...placeOf(node), message, hint });
  // `{...props}` may bring anything.
  const open = node.attributes.some(({ type }) => type === 'mdxJsxExpressionAttribute');
  const given = new Map(
    node.attributes.flatMap((each) =>
      each.type === 'mdxJsxAttribute' ? [[each.name, each.value] as const] : [],
    ),
  );
  const misspelt = [...given.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => [name, nearest(name, known)] as const);
  for (const [name, meant] of misspelt)
    if (meant && !given.has(meant))
      tell(`\`<${component}>\` has no attribute \`${name}\``, `did you mean \`${meant}\`?`);
  for (const name of needed) {
    if (open || given.has(name) || misspelt.some(([, meant]) => meant === name)) continue;
    tell(
      `\`<${component}>\` needs an attribute \`${name}\``,
      `write \`<${component} ${name}="…">\``,
    );
  }
  const type = component === 'Aside' ? given.get('type') : undefined;
  const meant =
    typeof type === 'string' && !calloutLook(type) ? nearest(type, calloutTypes) : undefined;
  if (meant)
    tell(
      `“${type}” is not a type of callout, so it looks like a notice`,
      `did you mean \`type="${meant}"\`?`,
    );
}
