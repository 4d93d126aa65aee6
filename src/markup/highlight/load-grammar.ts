/** A language's TextMate grammar, with the grammars that it includes, in a registry of its own. */
import { createRequire } from 'node:module';
import type { LanguageRegistration } from 'shiki';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
const wasm = await import('shiki/wasm');
import { Registry, type IGrammar, type RegistryOptions } from 'shiki/textmate';
import { theme } from './code-theme.ts';

export interface Grammar {
  grammar: IGrammar;
  /** Colours by the number that tokens bear. */
  colours: readonly string[];
}

// Synchronous, so that a grammar is loaded only when a block needs it.
const require = createRequire(import.meta.url);
/** Forgiving: a pattern that JavaScript cannot express never matches. */
const engine = await createOnigurumaEngine(wasm);
const onigLib = {
  createOnigScanner: engine.createScanner,
  createOnigString: engine.createString,
} as RegistryOptions['onigLib'];

/**
 * Languages whose grammars draw in others, up to thirty, for what stands in here-documents: a fifth
 * of a second for what a sample hardly ever holds.
 */
export const alone: ReadonlySet<string> = new Set([
  'crystal',
  'elixir',
  'graphql',
  'julia',
  'nim',
  'perl',
  'php',
  'ruby',
]);

/**
 * A registry a language: what another language brought along never changes the colours of this one, whatever the order.
 * @param name as Shiki has it (`grammars.ts`)
 */
export function loadGrammar(name: string): Grammar {
  const { default: all } = require(`shiki/langs/${name}.mjs`) as {
    default: LanguageRegistration[];
  };
  const languages = alone.has(name) ? all.filter((language) => language.name === name) : all;
  const own = languages.find((language) => language.name === name)!;
  const registry = new Registry({ theme, onigLib, loadGrammar: () => undefined });
  // Not by the registry's own `loadGrammar`, which does not look for includes in captures (a prompt's command line);
  // nor by its `addGrammar`, which makes ready what may never be met.
  for (const language of languages)
    registry._syncRegistry.addGrammar(language, injectionsInto(language.scopeName, languages));
  const grammar = registry.loadGrammarWithConfiguration(own.scopeName, 1, {});
  if (!grammar) throw new Error(`Shiki has no grammar ${own.scopeName}`);
  return { grammar, colours: registry.getColorMap() };
}

/** Grammars that add to another one of their own accord, by its scope or a part of it. */
const injectionsInto = (scope: string, languages: readonly LanguageRegistration[]): string[] =>
  languages
    .filter(({ injectTo }) =>
      injectTo?.some((target) => scope === target || scope.startsWith(`${target}.`)),
    )
    .map(({ scopeName }) => scopeName);
