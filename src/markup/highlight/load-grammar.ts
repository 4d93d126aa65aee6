/** A TextMate grammar with those that it includes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LanguageRegistration } from 'shiki';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { Registry, type IGrammar, type RegistryOptions } from 'shiki/textmate';
import { theme } from './code-theme.ts';
import { grammarOf } from './grammars.ts';

export interface Grammar {
  grammar: IGrammar;
  /** By the number that tokens bear. */
  colours: readonly string[];
}

// Synchronous: a grammar is loaded when a block needs it.
const require = createRequire(import.meta.url);
/** JavaScript's engine has to translate each pattern first. */
const engine = await createOnigurumaEngine(readFileSync(require.resolve('shiki/onig.wasm')));
const onigLib = {
  createOnigScanner: engine.createScanner,
  createOnigString: engine.createString,
} as RegistryOptions['onigLib'];

/**
 * They include up to thirty others, for here-documents and the like: a fifth of a second for what a
 * sample hardly holds.
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
 * A registry each, so that none changes another's colours.
 * @param language Shiki's name, or the owner's grammar
 */
export function loadGrammar(language: string | LanguageRegistration): Grammar {
  const languages = typeof language === 'string' ? languagesOf(language) : withEmbedded(language);
  const own =
    typeof language === 'string' ? languages.find(({ name }) => name === language)! : language;
  const registry = new Registry({ theme, onigLib, loadGrammar: () => undefined });
  // `registry.loadGrammar` misses includes in captures, `registry.addGrammar` prepares what may
  // never be met.
  for (const language of languages)
    registry._syncRegistry.addGrammar(language, injectionsInto(language.scopeName, languages));
  const grammar = registry.loadGrammarWithConfiguration(own.scopeName, 1, {});
  if (!grammar) throw new Error(`there is no grammar ${own.scopeName}`);
  return { grammar, colours: registry.getColorMap() };
}

/** With those that it includes. */
function languagesOf(name: string): LanguageRegistration[] {
  const { default: all } = require(`shiki/langs/${name}.mjs`) as {
    default: LanguageRegistration[];
  };
  return alone.has(name) ? all.filter((language) => language.name === name) : all;
}

/** What Shiki does not have is plain. */
function withEmbedded(own: LanguageRegistration): LanguageRegistration[] {
  const embedded = (own.embeddedLangs ?? []).flatMap((name) => {
    const found = grammarOf(name);
    return typeof found === 'string' ? [] : languagesOf(found.name);
  });
  return [own, ...embedded];
}

/** They inject themselves into another, by its scope or a part of it. */
const injectionsInto = (scope: string, languages: readonly LanguageRegistration[]): string[] =>
  languages
    .filter(({ injectTo }) =>
      injectTo?.some((target) => scope === target || scope.startsWith(`${target}.`)),
    )
    .map(({ scopeName }) => scopeName);
