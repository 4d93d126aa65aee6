/** Virtual modules through which Astro's pages reach the content folder, wherever that lies. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { readStyles } from '../../source/styles.ts';
import { astroRoot } from '../astro-root.ts';
import { code, moduleFile, project } from '../project.ts';
import { allMdxFiles, type SiteContent } from '../content.ts';

const names = ['phyllite:mdx', 'phyllite:components'];
const attempt = moduleFile('build/astro/attempt');
const siteComponents = ['Head', 'Header', 'Sidebar', 'Search', 'Contents', 'PageTools', 'Footer'];

export const virtualIds = names.map((name) => `\0${name}`);

/**
 * @param folders the content folder, and the owner's project, where there is one; absolute
 * @param content as it was last read
 */
export function contentModules(
  { root, owner }: { root: string; owner?: string | undefined },
  content: () => SiteContent,
): Plugin {
  let dev = false;
  // Styles and scripts of a component: where its folder and Astro's root have no folder in common,
  // Astro takes the path for one below the root.
  const apart = [root, code].filter(
    (dir) => dir.split(path.sep)[1] !== astroRoot.split(path.sep)[1],
  );
  // What imports packages as the owner, and as we do.
  const importers = [...(owner ? [owner] : []), project].map((dir) =>
    path.join(dir, 'package.json'),
  );
  return {
    name: 'phyllite-content',
    enforce: 'pre',
    configResolved({ command }) {
      dev = command === 'serve';
    },
    async resolveId(id, importer) {
      if (names.includes(id)) return `\0${id}`;
      // A file that is a link to another is a source of its own: Vite would take the other.
      if (/\.mdx$/.test(id) && id.startsWith(root + path.sep)) return id;
      if (id === 'phyllite:attempt') return attempt;
      const plain = id.replace(/^\/@fs(?=\/)/, '');
      if (/[?&]astro(?:&|=|$)/.test(id) && apart.some((dir) => isBelow(plain, dir)))
        return `/@fs${plain}`;
      if (id.startsWith('.') && importer?.startsWith('/@fs/'))
        return this.resolve(id, importer.slice('/@fs'.length), { skipSelf: true });
      // A content folder may have no node_modules above it: packages that it imports are then the
      // owner's, or ours.
      const bare = !/^[./\0]|^[a-z]+:|^[A-Z]:\\/i.test(id);
      if (bare && importer && isBelow(importer, root)) {
        for (const as of [importer, ...importers]) {
          const found = await this.resolve(id, as, { skipSelf: true });
          if (found) return found;
        }
      }
      return undefined;
    },
    load(id) {
      if (id === '\0phyllite:mdx') return mdxModule(content(), dev);
      if (id === '\0phyllite:components') return componentsModule(content());
      if (id === path.join(root, 'styles.css')) return readStyles(content().folder, () => {});
      // Vite takes the rest of such a name for a query.
      if (dev && /[?#]/.test(id) && isBelow(id, root) && existsSync(id))
        return readFileSync(id, 'utf8');
      return undefined;
    },
  };
}

/** Vite's ids have slashes, on Windows too. */
const isBelow = (id: string, dir: string): boolean =>
  id.replaceAll('\\', '/').startsWith(`${dir.replaceAll('\\', '/')}/`);

/** Everything of the content folder that Vite compiles, by absolute path. */
export function moduleFiles(content: SiteContent): string[] {
  const { root } = content.folder;
  const own = [
    ...content.components.values(),
    ...siteComponents.filter((name) => isOwned(content, name)).map((name) => ownFile(root, name)),
  ];
  return [
    ...allMdxFiles(content).map((file) => path.join(root, file)),
    ...own.filter((file) => file.startsWith(root + path.sep)),
  ];
}

/**
 * Imports by absolute path: measured better than a content collection, and it works from outside
 * the project.
 * @param dev a file that cannot be compiled takes no other page with it: it is told where its own
 * pages are asked for
 */
function mdxModule(content: SiteContent, dev: boolean): string {
  const { root } = content.folder;
  const files = allMdxFiles(content);
  // Those of MDX are imported where they are used (mdx/imports/component-imports.ts).
  const authors = [...content.components].filter(([, file]) => !file.endsWith('.mdx'));
  const load = (name: string, file: string, whole: boolean) => {
    const id = JSON.stringify(file);
    if (!dev) return `import ${whole ? `* as ${name}` : name} from ${id};`;
    // Also by what it imports: it fails where it is shown.
    const [value, failed] = whole
      ? ['module', `{ 'phyllite:error': error }`]
      : ['module.default', 'failing(error)'];
    return `const ${name} = await import(${id}).then((module) => ${value}, (error) => (${failed}));`;
  };
  const modules = files.map((file, index) => `${JSON.stringify(file)}: m${index}`);
  return [
    'const failing = (error) =>',
    '  Object.assign(() => { throw error; }, { isAstroComponentFactory: true });',
    ...files.map((file, index) => load(`m${index}`, path.join(root, file), true)),
    ...authors.map(([name, file]) => load(name, file, false)),
    `export const modules = {${modules.join(', ')}};`,
    `export const components = {${authors.map(([name]) => name).join(', ')}};`,
  ].join('\n');
}

const ownFile = (root: string, name: string): string =>
  path.join(root, 'components', `${name}.astro`);

/** A component of the site that the owner replaces. */
const isOwned = ({ folder }: SiteContent, name: string): boolean =>
  folder.all.has(`components/${name}.astro`);

function componentsModule(content: SiteContent): string {
  const { root, all } = content.folder;
  const lines = siteComponents.map((name) => {
    const ours = path.join(code, 'components', 'site', `${name}.astro`);
    const file = isOwned(content, name) ? ownFile(root, name) : ours;
    return `export { default as ${name} } from ${JSON.stringify(file)};`;
  });
  if (all.has('styles.css')) lines.push(`import ${JSON.stringify(path.join(root, 'styles.css'))};`);
  return lines.join('\n');
}
