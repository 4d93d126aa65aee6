/** A language's TextMate grammar, with the grammars that it includes, in a registry of its own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LanguageRegistration } from 'shiki';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { Registry, type IGrammar, type RegistryOptions } from 'shiki/textmate';
import { theme } from './code-theme.ts';
import { grammarOf } from './grammars.ts';

export interface Grammar {
  grammar: IGrammar;
  /** Colours by the number that tokens bear. */
  colours: readonly string[];
}

// Synchronous, so that a grammar is loaded only when a block needs it.
const require = createRequire(import.meta.url);
/**
 * The engine that grammars are written for: JavaScript's has to translate each pattern first. Bytes
 * alone it would ask whether they are a `Response`, for which Node loads all that fetches.
 */
const engine = await createOnigurumaEngine({
  instantiator: (imports) =>
    WebAssembly.instantiate(readFileSync(require.resolve('shiki/onig.wasm')), imports).then(
      ({ instance }) => instance.exports,
    ),
});
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
 * @param language its name as Shiki has it (`grammars.ts`), or a grammar of the owner's
 */
export function loadGrammar(language: string | LanguageRegistration): Grammar {
  const languages = typeof language === 'string' ? languagesOf(language) : withEmbedded(language);
  const own =
    typeof language === 'string' ? languages.find(({ name }) => name === language)! : language;
  const registry = new Registry({ theme, onigLib, loadGrammar: () => undefined });
  // Not by `registry.loadGrammar`, which misses includes in captures, nor `registry.addGrammar`,
  // which prepares what may never be met.
  for (const language of languages)
    registry._syncRegistry.addGrammar(language, injectionsInto(language.scopeName, languages));
  const grammar = registry.loadGrammarWithConfiguration(own.scopeName, 1, {});
  if (!grammar) throw new Error(`there is no grammar ${own.scopeName}`);
  return { grammar, colours: registry.getColorMap() };
}

/** A language of Shiki's with those that it includes. */
function languagesOf(name: string): LanguageRegistration[] {
  const { default: all } = require(`shiki/langs/${name}.mjs`) as {
    default: LanguageRegistration[];
  };
  return alone.has(name) ? all.filter((language) => language.name === name) : all;
}

/** What Shiki does not have is left out: its text is plain. */
function withEmbedded(own: LanguageRegistration): LanguageRegistration[] {
  const embedded = (own.embeddedLangs ?? []).flatMap((name) => {
    const found = grammarOf(name);
    return typeof found === 'string' ? [] : languagesOf(found.name);
  });
  return [own, ...embedded];
}

/** Grammars that inject themselves into another, by its scope or a part of it. */
const injectionsInto = (scope: string, languages: readonly LanguageRegistration[]): string[] =>
  languages
    .filter(({ injectTo }) =>
      injectTo?.some((target) => scope === target || scope.startsWith(`${target}.`)),
    )
    .map(({ scopeName }) => scopeName);
