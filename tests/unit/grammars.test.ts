import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { grammarOf } from '../../src/markup/highlight/grammars.ts';

test('knows the names that sources use', () => {
  const names = {
    JSON: 'json',
    'json-doc': 'json',
    HTTP: 'http',
    curl: 'shellscript',
    shell: 'shellscript',
    bash: 'shellscript',
    node: 'javascript',
    'javascript--nodejs': 'javascript',
    'python--async': 'python',
    objective_c: 'objective-c',
    'c++': 'cpp',
    'c#': 'csharp',
    console: 'shellsession',
    golang: 'go',
    yml: 'yaml',
    vbnet: 'vb',
    'ruby--code': 'ruby',
  };
  for (const [name, grammar] of Object.entries(names))
    assert.deepEqual(grammarOf(name), { name: grammar }, name);
  for (const name of ['', 'plaintext', 'txt', 'text', 'code', 'TEXT'])
    assert.equal(grammarOf(name), 'plain', name);
  for (const name of ['brainf', 'constructor', '__proto__', '../json'])
    assert.equal(grammarOf(name), 'unknown', name);
});

test('leads to grammars that are there', () => {
  const require = createRequire(import.meta.url);
  for (const name of [
    'aspnet',
    'delphi',
    'env',
    'gradle',
    'jsonp',
    'ndjson',
    'proto3',
    'react',
    'rest',
    'soap',
    'sqlite',
    'terminal',
    'vb.net',
    'wget',
    'xhtml',
    'android',
    'arduino',
    'bash-session',
  ]) {
    const grammar = grammarOf(name);
    assert.ok(typeof grammar === 'object', name);
    assert.ok(require.resolve(`shiki/langs/${grammar.name}.mjs`), name);
  }
});
