/** `host:port{frontmatter.suffix}`: what directives take for attributes may be an expression. */
import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { MdxFile } from '../context.ts';
import { nodesOf, references } from '../estree/estree.ts';
import { isKnownName, isKnownTag } from '../checks/known-names.ts';

/** @returns the expression, if all its names are known; else the braces are text */
export function expressionOf(
  node: TextDirective,
  braces: string,
  file: MdxFile,
): PhrasingContent | undefined {
  let program;
  try {
    const [parsed] = file.parse(braces).children;
    if (parsed?.type === 'mdxFlowExpression') program = parsed.data?.estree;
  } catch {
    return undefined;
  }
  const names = program ? references(program) : [];
  if (
    !program ||
    !names.length ||
    !names.every(({ name, jsx }) => (jsx ? isKnownTag : isKnownName)(name, file))
  )
    return undefined;
  // Its places count from the brace, not from the start of the file.
  for (const { node: each } of nodesOf(program)) delete each.loc;
  return {
    type: 'mdxTextExpression',
    value: braces.slice(1, -1),
    position: node.position,
    data: { estree: program },
  };
}
