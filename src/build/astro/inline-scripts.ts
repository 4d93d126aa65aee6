/** Minifies scripts that reach the page as text, as Vite does with those it bundles. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { code, vite } from '../project.ts';

const folder = path.join(code, 'browser').replaceAll('\\', '/');

/** A module of `browser/` that exports a function's text: `` export const name = `(${fn})()` ``. */
const exported = /export const (\w+) = `\(\$\{(\w+)\}\)\(\)`;?/;

export async function inlineScripts(): Promise<Plugin> {
  const { minifySync } = await vite();
  return {
    name: 'phyllite-inline',
    enforce: 'post',
    apply: 'build',
    transform(text, id) {
      const found = id.startsWith(folder) ? exported.exec(text) : null;
      if (!found) return undefined;
      const [whole, name, fn] = found;
      const own = text.replace(whole, '');
      const minified = (script: string) =>
        minifySync(path.parse(id).name + '.js', script, { module: false });
      // A function alone is called as it stands.
      const alone = minified(`(${own})()`);
      const script = alone.errors.length ? minified(`(()=>{${own}\n;${fn}()})()`) : alone;
      return script.errors.length
        ? undefined
        : { code: `export const ${name} = ${JSON.stringify(script.code.trim())};`, map: null };
    },
  };
}

/** `load(async()=>{let{a:b}=await import(`x`);return{a:b}},[])`, or without the list of names. */
const wrapped = new RegExp(
  String.raw`\b[\w$]+\((?:` +
    String.raw`async\(\)=>\{let\{([\w$]+):([\w$]+)\}=await (import\([^()]+\));return\{\1:\2\}\}|` +
    String.raw`\(\)=>(import\([^()]+\)(?:\.then\([\w$]+=>[\w$.]+\))?)),\[\]\)`,
  'g',
);

/**
 * Vite wraps every import on demand in a kilobyte that fetches the module's styles and modules
 * ahead. Ours have no styles of their own and one module in common, which the page has; so the
 * import alone is enough.
 */
export function plainImports(): Plugin {
  return {
    name: 'phyllite-plain-imports',
    enforce: 'pre',
    apply: 'build',
    // Nor need a module name the files that would be fetched.
    config: () => ({ build: { modulePreload: { resolveDependencies: () => [] } } }),
    load: (id) =>
      id === '\0vite/preload-helper.js'
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk') chunk.code = chunk.code.replace(wrapped, '$3$4');
      },
    },
  };
}
