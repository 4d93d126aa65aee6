/** Finds imports of files that do not exist. Vite would stop at the first, without a line. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ImportDeclaration } from 'estree';
import type { Root } from 'mdast';
import type { MdxFile } from '../context.ts';
import type { AnyNode } from '../estree/estree.ts';
import { placeIn } from '../source.ts';

/** What Vite tries behind a name without an extension. */
const extensions = [
  '',
  '.ts',
  '.js',
  '.mjs',
  '.mts',
  '.tsx',
  '.jsx',
  '.json',
  '/index.ts',
  '/index.js',
];

/** Reports each, and defines its names as nothing, so that the rest compiles. */
export function checkImports(tree: Root, file: MdxFile): void {
  for (const node of tree.children) {
    const program = node.type === 'mdxjsEsm' ? node.data?.estree : undefined;
    if (!program) continue;
    program.body = program.body.map((statement) => {
      if (statement.type !== 'ImportDeclaration' || isThere(statement, file)) return statement;
      const source = String(statement.source.value);
      file.report({
        kind: 'mdx-component',
        file: file.file,
        ...placeIn(statement.source as unknown as AnyNode, node),
        message: `the import “${source}” is not there`,
        hint: `check its path, which is relative to the folder of ${file.file}`,
      });
      return nothing(statement);
    });
  }
}

/** Packages and aliases are Vite's to look up. */
function isThere(statement: ImportDeclaration, file: MdxFile): boolean {
  const source = String(statement.source.value).replace(/[?#].*$/, '');
  if (!/^\.{1,2}\//.test(source)) return true;
  const target = path.resolve(path.dirname(file.path), source);
  return extensions.some((extension) => existsSync(target + extension));
}

/** `const Chart = () => null`: as a component it shows nothing, as a value it is one. */
function nothing({ specifiers }: ImportDeclaration): ImportDeclaration {
  return {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: specifiers.map(({ local: { name } }) => ({
      type: 'VariableDeclarator',
      id: { type: 'Identifier', name },
      init: {
        type: 'ArrowFunctionExpression',
        params: [],
        body: { type: 'Literal', value: null, raw: 'null' },
        expression: true,
        async: false,
        generator: false,
      },
    })),
  } as unknown as ImportDeclaration;
}
