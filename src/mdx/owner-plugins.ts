/**
 * The owner's remark and rehype plugins. One that throws is reported by its name, with the file that
 * it was at.
 */
import type { Node } from 'unist';
import type { Pluggable, PluggableList, Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import type { MdxContext } from './context.ts';

/** @param contextOf what is known of a file; files that are none of the content are left alone */
export const ownerPlugins = (
  plugins: PluggableList,
  contextOf: (file: VFile) => MdxContext | undefined,
): PluggableList => plugins.map((plugin) => guarded(plugin, contextOf));

function guarded(
  pluggable: Pluggable,
  contextOf: (file: VFile) => MdxContext | undefined,
): Pluggable {
  const [plugin, ...settings] = Array.isArray(pluggable) ? pluggable : [pluggable];
  // A preset: a list of plugins in an object.
  if (typeof plugin !== 'function') {
    const preset = plugin as { plugins?: PluggableList };
    return { ...preset, plugins: ownerPlugins(preset.plugins ?? [], contextOf) } as Pluggable;
  }
  const attach: Plugin<unknown[]> = function (this: Processor, ...given) {
    // One that cannot even be set up is told at the first file.
    let transform: (tree: Node, file: VFile) => unknown;
    try {
      const made: unknown = plugin.call(this, ...(given as []));
      if (typeof made !== 'function') return undefined;
      transform = promised(made as Transform);
    } catch (error) {
      transform = () => Promise.reject(error);
    }
    return async (tree: Node, file: VFile) => {
      const context = contextOf(file);
      if (!context) return undefined;
      try {
        const made = ((await transform(tree, file)) ?? tree) as Node;
        if (isTree(made)) return made;
        throw new Error('it leaves what is no tree');
      } catch (error) {
        context.report(finding(plugin.name, context.file, error));
        // The next one, and we, have to find a tree.
        return isTree(tree) ? undefined : ({ type: 'root', children: [] } as Node);
      }
    };
  };
  return [attach, ...settings] as unknown as Pluggable;
}

function isTree(node: Node & { children?: unknown }): boolean {
  const { type, children = [] } = Object(node) as typeof node;
  return typeof type === 'string' && Array.isArray(children) && children.every(isTree);
}

function finding(name: string, file: string, error: unknown) {
  const thrown = Object(error) as {
    reason?: string;
    message?: string;
    line?: number;
    column?: number;
  };
  const [problem = ''] = (thrown.reason ?? thrown.message ?? String(error)).split('\n');
  return {
    kind: 'plugin-failed' as const,
    file,
    line: thrown.line ?? 0,
    column: thrown.column ?? 0,
    message: `the plugin ${name || 'without a name'} of the config file failed here: ${problem}`,
    hint: 'mend what it reads, or take it out of `markdown` in the config file',
  };
}

type Transform = (
  tree: Node,
  file: VFile,
  next?: (error?: Error | null, tree?: Node) => void,
) => unknown;

/** A transformer may take a callback as its third parameter. */
const promised = (run: Transform) => (tree: Node, file: VFile) =>
  run.length < 3
    ? run(tree, file)
    : new Promise((resolve, reject) => {
        run(tree, file, (error, next) => (error ? reject(error) : resolve(next)));
      });
