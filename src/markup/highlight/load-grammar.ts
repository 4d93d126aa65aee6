/** A language's TextMate grammar, with the grammars that it includes, in a registry of its own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LanguageRegistration } from 'shiki';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { Registry, type IGrammar, type RegistryOptions } from 'shiki/textmate';
import { theme } from './code-theme.ts';

export interface Grammar {
  grammar: IGrammar;
  /** Colours by the number that tokens bear. */
  colours: readonly string[];
}

// Synchronous, so that a grammar is loaded only when a block needs it.
const require = createRequire(import.meta.url);
/** The engine that grammars are written for: JavaScript's has to translate each pattern first. */
const engine = await createOnigurumaEngine(readFileSync(require.resolve('shiki/onig.wasm')));
const onigLib = {
  createOnigScanner: engine.createScanner,
  createOnigString: engine.createString,
} as RegistryOptions['onigLib'];

/**
 * Their grammars include up to thirty others, for here-documents and the like: a fifth of a second
 * for what a sample hardly ever holds.
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
 * A registry for each language, so that no language changes another's colours.
 * @param name as Shiki has it (`grammars.ts`)
 */
export function loadGrammar(name: string): Grammar {
  const { default: all } = require(`shiki/langs/${name}.mjs`) as {
    default: LanguageRegistration[];
  };
  const languages = alone.has(name) ? all.filter((language) => language.name === name) : all;
  const own = languages.find((language) => language.name === name)!;
  const registry = new Registry({ theme, onigLib, loadGrammar: () => undefined });
  // Not by `registry.loadGrammar`, which misses includes in captures, nor `registry.addGrammar`,
  // which prepares what may never be met.
  for (const language of languages)
    registry._syncRegistry.addGrammar(language, injectionsInto(language.scopeName, languages));
  const grammar = registry.loadGrammarWithConfiguration(own.scopeName, 1, {});
  if (!grammar) throw new Error(`Shiki has no grammar ${own.scopeName}`);
  return { grammar, colours: registry.getColorMap() };
}

/** Grammars that inject themselves into another, by its scope or a part of it. */
const injectionsInto = (scope: string, languages: readonly LanguageRegistration[]): string[] =>
  languages
    .filter(({ injectTo }) =>
      injectTo?.some((target) => scope === target || scope.startsWith(`${target}.`)),
    )
    .map(({ scopeName }) => scopeName);
