/** What an MDX file's own `import` and `export` lines define. */
import type { Program } from 'estree';
import type { Root } from 'mdast';
import { declaredNames, type AnyNode } from './estree.ts';
import { staticValue } from './static-value.ts';

export interface ModuleScope {
  /** Every name defined. */
  names: Set<string>;
  /** Values of the plain `const`s, for titles and paths, which are read before rendering. */
  values: Map<string, unknown>;
}

/** @param frontMatter is the value of `frontmatter` */
export function moduleScope(tree: Root, frontMatter: Record<string, unknown>): ModuleScope {
  const names = new Set<string>();
  const values = new Map<string, unknown>([['frontmatter', frontMatter]]);
  for (const program of modulesOf(tree)) {
    for (const name of declaredNames(program)) names.add(name);
    for (const statement of program.body) {
      const declaration =
        statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
      for (const { id, init } of declaration.declarations) {
        const value = init && staticValue(init as unknown as AnyNode, values);
        if (id.type === 'Identifier' && value !== undefined) values.set(id.name, value);
      }
    }
  }
  return { names, values };
}

/** The programs of the file's `import` and `export` blocks. */
function modulesOf(tree: Root): Program[] {
  return tree.children.flatMap((node) =>
    node.type === 'mdxjsEsm' && node.data?.estree ? [node.data.estree] : [],
  );
}
