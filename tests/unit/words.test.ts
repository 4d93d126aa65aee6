import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/components/words/en.ts';
import { fillIn, translations, wordsFor } from '../../src/components/words/index.ts';

const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

for (const [lang, words] of Object.entries(translations)) {
  test(`words in ${lang}: every key, no other, and the same places in each`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort());
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim(), key);
      assert.deepEqual(placesOf(text), placesOf(en[key as keyof typeof en]), key);
    }
  });
}

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
