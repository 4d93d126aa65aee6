/** Follows imports: what is not there is told, and an MDX file becomes a part of this one. */
import path from 'node:path';
import type { ImportDeclaration, Program, Statement } from 'estree';
import type { Root } from 'mdast';
import type { MdxFile } from '../context.ts';
import type { AnyNode } from '../estree/estree.ts';
import { placeIn } from '../source.ts';
import { leadsBack } from './cycle.ts';
import { importedId } from './module-id.ts';
import { resolveImport } from './resolve-import.ts';

/** Languages of components that need a framework, which only an integration brings. */
const frameworks = /\.(jsx|tsx|vue|svelte)$/;

type Importing = Extract<Program['body'][number], { source?: unknown }>;

/**
 * Vite would stop at the first import that leads nowhere, without a line. Here each is reported, and
 * its names are defined as nothing, so that the rest compiles.
 */
export function followImports(tree: Root, file: MdxFile): void {
  for (const node of tree.children) {
    const program = node.type === 'mdxjsEsm' ? node.data?.estree : undefined;
    if (!program) continue;
    program.body = program.body.flatMap((statement) => {
      if (!isImporting(statement)) return [statement];
      const place = placeIn(statement.source as unknown as AnyNode, node);
      const followed = follow(statement, file);
      if (!followed) return [statement];
      file.report({ ...followed, file: file.file, ...place });
      return nothing(statement);
    });
  }
}

const isImporting = (statement: Program['body'][number]): statement is Importing =>
  'source' in statement && statement.source !== null && statement.source !== undefined;

/** Puts the place that an import leads to into it. @returns what is wrong with it */
function follow(statement: Importing, file: MdxFile) {
  const source = String((statement.source as { value?: unknown }).value);
  const found = resolveImport(source, file);
  if (found === 'elsewhere') return undefined;
  if (!found) return missing(source, file);
  const language = frameworks.exec(found.path)?.[0];
  if (language && !file.hasIntegrations)
    return {
      kind: 'mdx-component',
      message: `the import “${source}” is a component of a framework (${language})`,
      hint:
        'write it as an Astro component (.astro), or name the framework’s integration in ' +
        '`integrations` of the config file',
    } as const;
  if (!isOfContent(found.path, file) || !found.path.endsWith('.mdx')) {
    if (!/^\.{1,2}\//.test(source)) lead(statement, found.path + (/\?.*$/.exec(source)?.[0] ?? ''));
    return undefined;
  }
  if (shows(statement) && leadsBack(found.path, file))
    return {
      kind: 'include-cycle',
      message:
        found.path === file.path
          ? 'this file imports itself'
          : `the import “${source}” leads back to this file, which would hold itself without end`,
      hint: 'take one of these imports out',
    } as const;
  const id = importedId(found.path, file.page);
  lead(statement, id);
  if (statement.type === 'ImportDeclaration')
    for (const { type, local } of statement.specifiers)
      if (type === 'ImportDefaultSpecifier') file.imported.set(local.name, id);
  return undefined;
}

const missing = (source: string, { file }: MdxFile) =>
  ({
    kind: 'mdx-component',
    message: `the import “${source}” is not there`,
    hint: source.startsWith('/')
      ? 'check its path, which is relative to the content folder'
      : /^\.{1,2}\//.test(source)
        ? `check its path, which is relative to the folder of ${file}`
        : 'import a file by its path (./x.astro, or /x.astro from the content folder); ' +
          'a package has to be installed',
  }) as const;

const isOfContent = (target: string, { root }: MdxFile) => target.startsWith(root + path.sep);

const shows = (statement: Importing): boolean =>
  statement.type === 'ImportDeclaration' &&
  statement.specifiers.some(({ type }) => type === 'ImportDefaultSpecifier');

function lead(statement: Importing, source: string): void {
  Object.assign(statement, {
    source: { type: 'Literal', value: source, raw: JSON.stringify(source) },
  });
}

/** `const Chart = () => null`: as a component it shows nothing, as a value it is one. */
function nothing(statement: Importing): Program['body'] {
  if (statement.type === 'ImportDeclaration')
    return [asNothing(statement.specifiers.map(({ local }) => local.name))];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const names = statement.specifiers.map(({ exported }) => (exported as { name: string }).name);
  return [{ ...statement, specifiers: [], source: null, declaration: asNothing(names) as never }];
}

export const asNothing = (names: string[]): ImportDeclaration & Statement =>
  ({
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: names.map((name) => ({
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
  }) as unknown as ImportDeclaration & Statement;
