import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { labelsFor } from '../../src/build/openapi/labels.ts';
import { labels } from '../../src/openapi/index.ts';
import { fillIn, wordsFor } from '../../src/components/words/index.ts';
import { languages, type Words } from '../../src/components/words/languages.ts';

const { en } = languages;
const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

for (const [lang, words] of Object.entries(languages)) {
  test(`words in ${lang}: every key, no other, and the same places in each`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en!).sort());
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim(), key);
      assert.deepEqual(placesOf(text), placesOf(en![key as keyof Words]), key);
    }
  });
}

test('every file of words is a language', () => {
  const folder = new URL('../../src/components/words/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
    assert.ok(Object.hasOwn(languages, file.replace('.json', '')), file);
});

test('a language by its tag', () => {
  const found = {
    'de-CH': 'Suchen',
    'pt-BR': 'Buscar',
    zh: '搜索',
    'zh-CN': '搜索',
    'zh-TW': '搜尋',
    'zh-HK': '搜尋',
    'zh-Hant': '搜尋',
    nb: 'Søk',
    'nn-NO': 'Søk',
    tlh: 'Search',
    '': 'Search',
    'no language': 'Search',
    constructor: 'Search',
  };
  for (const [lang, search] of Object.entries(found))
    assert.equal(wordsFor(lang).search, search, lang);
});

test("the owner's words go over the language's, and unknown keys go nowhere", () => {
  const words = wordsFor('de', { search: 'Finden', nonsense: 'x' });
  assert.equal(words.search, 'Finden');
  assert.equal(words.menu, 'Menü');
  assert.equal('nonsense' in words, false);
});

test('places are filled by name', () => {
  assert.equal(fillIn('a {x} b {y} {constructor}', { x: 1 }), 'a 1 b {y} {constructor}');
});

test('what parts of a description are called is English where a language does not say it', () => {
  const own = Object.fromEntries(
    Object.keys(labels).map((key) => [key, en![`api_${key}` as keyof Words] ?? ownWord(key)]),
  );
  assert.deepEqual(own, labels);
  assert.equal(labelsFor('de', {}).responses, 'Antworten');
  assert.equal(labelsFor('de', { api_responses: 'Was kommt' }).responses, 'Was kommt');
  assert.equal(labelsFor('tlh', {}).responses, 'Responses');
});

const ownWord = (key: string): string =>
  en![(key === 'one_of' ? key : `attribute_${key}`) as keyof Words];
