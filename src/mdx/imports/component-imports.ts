/**
 * Components that a file has without an import. A source is handed them when it is rendered; a file
 * that it imports is not, and a component that is MDX itself has to know its page.
 */
import type { Program } from 'estree';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { references } from '../estree/estree.ts';
import { isExpression, isJsx, programOf } from '../node-kinds.ts';
import { placeOf } from '../source.ts';
import { leadsBack } from './cycle.ts';
import { asNothing } from './imports.ts';
import { importedId } from './module-id.ts';

/** Adds the imports that the file does without. */
export function componentImports(tree: Root, file: MdxFile): void {
  const body: Program['body'] = [];
  for (const [name, place] of namesIn(tree)) {
    const target = file.components.get(name);
    if (!target || file.scope.names.has(name)) continue;
    const isMdx = target.endsWith('.mdx');
    if (!isMdx && !file.isImported) continue;
    file.scope.names.add(name);
    if (isMdx && leadsBack(target, file)) {
      file.report({
        kind: 'include-cycle',
        file: file.file,
        ...place,
        message: `\`<${name}>\` leads back to this file, which would hold itself without end`,
        hint: 'take it out here, or there',
      });
      body.push(asNothing([name]));
      continue;
    }
    const id = isMdx ? importedId(target, file.page) : target;
    if (isMdx) file.imported.set(name, id);
    body.push(importOf(name, id));
  }
  if (body.length)
    tree.children.unshift({
      type: 'mdxjsEsm',
      value: '',
      data: { estree: { type: 'Program', sourceType: 'module', body } },
    });
}

/** The first parts of the tags' names, and where each stands first. */
function namesIn(tree: Root): Map<string, ReturnType<typeof placeOf>> {
  const names = new Map<string, ReturnType<typeof placeOf>>();
  const add = (name: string | null | undefined, at: Parameters<typeof placeOf>[0]) => {
    const root = name?.split('.')[0];
    if (root && !names.has(root)) names.set(root, placeOf(at));
  };
  visit(tree, (node) => {
    const programs: (Program | null | undefined)[] = [];
    if (isJsx(node)) {
      add(node.name, node);
      for (const attribute of node.attributes) programs.push(programOf(attribute));
    } else if (isExpression(node) || node.type === 'mdxjsEsm') programs.push(node.data?.estree);
    for (const program of programs)
      if (program) for (const { name, jsx } of references(program)) if (jsx) add(name, node);
  });
  return names;
}

const importOf = (name: string, source: string): Program['body'][number] => ({
  type: 'ImportDeclaration',
  specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
  source: { type: 'Literal', value: source, raw: JSON.stringify(source) },
  attributes: [],
});
