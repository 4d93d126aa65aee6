/** Names of fence languages to Shiki's grammars. */
import { createRequire } from 'node:module';
import type { BundledLanguageInfo } from 'shiki';
import names from './grammars.json' with { type: 'json' };

const require = createRequire(import.meta.url);

/** A fence's language: a grammar's name, plain text, or unknown (plain text and a warning). */
export type Grammar = { name: string } | 'plain' | 'unknown';

/** Names met in real sources that Shiki has not, or reads as something else. */
const aliases = new Map(Object.entries(names.aliases));
/** Names by which authors say that there is nothing to colour. */
const plain = new Set(names.plain);
/** The languages of most references, so that the list of all need not be read for them. */
const common = new Map(Object.entries(names.common));

type Langs = { bundledLanguagesInfo: BundledLanguageInfo[] };
let all: Map<string, string> | undefined;

/** Shiki's own name of a language or alias. */
function known(name: string): string | undefined {
  const id = common.get(name);
  if (id !== undefined) return id;
  if (!all) {
    const { bundledLanguagesInfo: languages } = require('shiki/langs') as Langs;
    all = new Map(
      languages.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id])),
    );
  }
  return all.get(name);
}

/** @param language as written: any case, an alias, a variant after `--` (`python--async`) */
export function grammarOf(language: string): Grammar {
  const name = language.split('--', 1)[0]!.toLowerCase();
  if (plain.has(name)) return 'plain';
  const id = known(aliases.get(name) ?? name);
  return id === undefined ? 'unknown' : { name: id };
}
