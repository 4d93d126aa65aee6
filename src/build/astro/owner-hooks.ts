/** Integrations and Vite plugins of the config file: what they throw says whose it is. */
import type { AstroIntegration } from 'astro';
import type { Plugin, PluginOption } from 'vite';
import type { SiteConfig } from '../../config/site-config.ts';

/** What `mdx/compile-errors.ts` makes a finding of. */
export interface PluginError extends Error {
  plugin?: string;
  /** Where the config file names it: absolute. */
  inConfig?: { file: string; line: number } | undefined;
}

type Hook = (this: unknown, ...given: unknown[]) => unknown;

export function ownIntegrations({ integrations, place }: SiteConfig): AstroIntegration[] {
  const at = place?.('integrations');
  return integrations.map((one) => ({ ...one, hooks: guardedAll(one.hooks ?? {}, one.name, at) }));
}

export function ownVitePlugins({ vite, place }: SiteConfig): PluginOption[] {
  const at = place?.('vite');
  const guard = (plugin: PluginOption): PluginOption =>
    Array.isArray(plugin)
      ? plugin.map(guard)
      : plugin && 'name' in plugin
        ? guardedAll(plugin, plugin.name, at)
        : plugin;
  return (vite.plugins ?? []).map(guard);
}

/**
 * What an integration brings may import what only Astro has (`astro:react:opts`), so it is compiled
 * with our pages. Astro finds it in the nearest package.json alone, which may be another's.
 */
export const compiledIntegrations = ({ integrations }: SiteConfig): Plugin => ({
  name: 'phyllite-integrations',
  configEnvironment: (_, { resolve }) =>
    resolve?.noExternal === true
      ? undefined
      : { resolve: { noExternal: integrations.map(({ name }) => name) } },
});

/** A hook of Vite's may also be a map with a `handler`. */
function guardedAll<T extends object>(
  hooks: T,
  name: string,
  inConfig: PluginError['inConfig'],
): T {
  const guarded = Object.entries(hooks).map(([key, hook]: [string, unknown]) => {
    if (typeof hook === 'function') return [key, guard(hook as Hook, name, inConfig)];
    const { handler } = Object(hook) as { handler?: unknown };
    if (typeof handler !== 'function') return [key, hook];
    return [key, { ...Object(hook), handler: guard(handler as Hook, name, inConfig) }];
  });
  return { ...hooks, ...Object.fromEntries(guarded) };
}

function guard(hook: Hook, name: string, inConfig: PluginError['inConfig']): Hook {
  const tag = (thrown: unknown): never => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    throw Object.assign(error, { plugin: name, inConfig });
  };
  return function (...given) {
    try {
      const made = hook.apply(this, given);
      return made instanceof Promise ? made.catch(tag) : made;
    } catch (error) {
      return tag(error);
    }
  };
}
