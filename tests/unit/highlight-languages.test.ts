/** A sample of each common language beside its HTML; and the same runs from Shiki's JavaScript engine. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { createHighlighterCoreSync, type LanguageRegistration } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { EncodedTokenMetadata, INITIAL } from 'shiki/textmate';
import { kindOfColour, theme } from '../../src/markup/highlight/code-theme.ts';
import { createHighlighter } from '../../src/markup/highlight/highlight.ts';
import { openJson } from '../../src/markup/highlight/json-runs.ts';
import { addRun, dropEmpty, type Runs } from '../../src/markup/highlight/runs.ts';
import { plainKeys } from '../../src/markup/highlight/plain-keys.ts';
import { alone } from '../../src/markup/highlight/load-grammar.ts';
import { shikiRuns } from '../../src/markup/highlight/shiki-runs.ts';

const require = createRequire(import.meta.url);
const folder = new URL('../fixtures/code/languages/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));
const sampleOf = (name: string) =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8').replace(/\n$/, '');

test('each language looks as its fixture says', () => {
  const { html } = createHighlighter();
  for (const name of names) {
    const found = html(sampleOf(name), name),
      file = new URL(`${name}.html`, folder);
    if (process.env['UPDATE']) writeFileSync(file, `${found}\n`);
    assert.equal(`${found}\n`, readFileSync(file, 'utf8'), name);
  }
});

test('reading a line once changes no colour, nor does the engine', () => {
  const engine = createJavaScriptRegexEngine({ forgiving: true });
  for (const name of names) {
    let languages = (require(`shiki/langs/${name}.mjs`) as { default: LanguageRegistration[] })
      .default;
    if (alone.has(name))
      languages = languages
        .filter((language) => language.name === name)
        .map((language) => ({ ...language, embeddedLangs: [], embeddedLanguages: [] }));
    const stock = createHighlighterCoreSync({
      themes: [theme],
      langs: languages,
      engine,
      warnings: false,
    });
    const kinds = stock.setTheme(theme.name).colorMap.map(kindOfColour);
    const text = sampleOf(name),
      want: Runs = [];
    let state = INITIAL,
      offset = 0;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = stock.getLanguage(name).tokenizeLine2(line, state, 0);
      for (let i = 0; i < tokens.length; i += 2) {
        const kind = kinds[EncodedTokenMetadata.getForeground(tokens[i + 1]!)]!;
        if (kind)
          addRun(
            want,
            text,
            offset + tokens[i]!,
            offset + Math.min(tokens[i + 2] ?? line.length, line.length),
            kind,
          );
      }
      state = ruleStack;
      offset += line.length + 1;
    }
    assert.deepEqual(
      shikiRuns(text, name),
      plainKeys(dropEmpty(openJson(want, text), text), text, name),
      name,
    );
    assert.deepEqual(
      shikiRuns(text, name),
      plainKeys(dropEmpty(openJson(want, text), text), text, name),
      `${name}, read again`,
    );
  }
});
