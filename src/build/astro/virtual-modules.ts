/** Virtual modules through which Astro's pages reach the session and the content folder, wherever that lies. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';
import { readStyles } from '../../source/styles.ts';
import { project } from '../project.ts';
import type { Session } from '../session.ts';

const names = ['phyllite:session', 'phyllite:mdx', 'phyllite:components'];
const siteComponents = ['Head', 'Header', 'Sidebar', 'Search', 'Contents', 'Footer'];

export const virtualIds = names.map((name) => `\0${name}`);

export function contentModules(session: Session): Plugin {
  const { root } = session.options;
  let dev = false;
  // Styles and scripts of a component: where its folder and the project have no folder in common, Astro takes the path for one below the project.
  const isApart = root.split(path.sep)[1] !== project.split(path.sep)[1];
  const fromProject = createRequire(path.join(project, 'package.json'));
  return {
    name: 'phyllite-content',
    enforce: 'pre',
    configResolved({ command }) {
      dev = command === 'serve';
    },
    resolveId(id, importer) {
      if (names.includes(id)) return `\0${id}`;
      if (
        isApart &&
        /[?&]astro(?:&|=|$)/.test(id) &&
        id.replace(/^\/@fs(?=\/)/, '').startsWith(root + path.sep)
      )
        return id.startsWith('/@fs/') ? id : `/@fs${id}`;
      // A content folder has no node_modules above it: packages that it imports are the project's.
      const bare = !/^[./\0]|^[a-z]+:|^[A-Z]:\\/i.test(id);
      if (bare && importer?.startsWith(root)) {
        try {
          return this.resolve(id, path.join(project, 'package.json'), { skipSelf: true });
        } catch {
          return fromProject.resolve(id);
        }
      }
      return undefined;
    },
    load(id) {
      if (id === '\0phyllite:session')
        return `export const session = globalThis[Symbol.for('phyllite')];`;
      if (id === '\0phyllite:mdx') return mdxModule(session, dev);
      if (id === '\0phyllite:components') return componentsModule(session);
      if (id === path.join(root, 'styles.css')) return readStyles(session.content.folder, () => {});
      return undefined;
    },
  };
}

/** Everything of the content folder that Vite compiles, by absolute path. */
export function moduleFiles(session: Session): string[] {
  const { root } = session.options;
  const own = [
    ...session.authorComponents().map(([, file]) => file),
    ...siteComponents
      .filter((name) => isOwned(session, name))
      .map((name) => path.join(root, 'components', `${name}.astro`)),
  ];
  return [
    ...session.mdxFiles().map((file) => path.join(root, file)),
    ...own.filter((file) => file.startsWith(root + path.sep)),
  ];
}

/**
 * Imports by absolute path: measured better than a content collection, and it works from outside the project.
 * @param dev a file that cannot be compiled takes no other page with it: it is told where its own pages are asked for
 */
function mdxModule(session: Session, dev: boolean): string {
  const files = session.mdxFiles();
  const authors = session.authorComponents();
  const load = (name: string, file: string, whole: boolean) => {
    const id = JSON.stringify(file);
    if (dev)
      return `const ${name} = await import(${id}).then((module) => ${whole ? 'module' : 'module.default'}, () => undefined);`;
    return `import ${whole ? `* as ${name}` : name} from ${id};`;
  };
  const lines = [
    ...files.map((file, index) => load(`m${index}`, path.join(session.options.root, file), true)),
    ...authors.map(([name, file]) => load(name, file, false)),
    `export const modules = {${files.map((file, index) => `${JSON.stringify(file)}: m${index}`).join(', ')}};`,
    `export const components = {${authors.map(([name]) => name).join(', ')}};`,
  ];
  return lines.join('\n');
}

/** A component of the site that the owner replaces. */
const isOwned = (session: Session, name: string): boolean =>
  session.content.folder.all.has(`components/${name}.astro`);

function componentsModule(session: Session): string {
  const { root } = session.options;
  const lines = siteComponents.map((name) => {
    const file = isOwned(session, name)
      ? path.join(root, 'components', `${name}.astro`)
      : path.join(project, 'src', 'components', 'site', `${name}.astro`);
    return `export { default as ${name} } from ${JSON.stringify(file)};`;
  });
  if (session.content.folder.all.has('styles.css'))
    lines.push(`import ${JSON.stringify(path.join(root, 'styles.css'))};`);
  return lines.join('\n');
}
