/** What is wrong with a config file, its plugins or the place that it is called in: told in a sentence each. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { caches } from '../../src/build/cache.ts';
import { project, runPhyllite } from '../phyllite.ts';
import { callPhyllite } from '../warm/calls.ts';
import { Dev } from './dev-server.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-config-'));
chmodSync(scratch, 0o755);
after(() => rmSync(scratch, { recursive: true, force: true }));
const page = '---\ntitle: A\n---\n\n# A\n\nText.\n';
/** Of the user whose project cannot have a cache of its own. */
const home = path.join(scratch, 'home');
mkdirSync(home);
const mdx = { 'content/index.mdx': page };
let count = 0;

/**
 * A project of one page in Slate Markdown, for which nothing need be compiled.
 * @param config text of its config file. @param files more of it
 */
function projectOf(config: string, files: Record<string, string> = {}): string {
  const dir = path.join(scratch, String(count++));
  const isMdx = 'content/index.mdx' in files;
  const all = {
    'package.json': '{}',
    ...(!isMdx && { 'content/index.html.md': page }),
    'phyllite.config.ts': config,
  };
  for (const [file, text] of Object.entries({ ...all, ...files })) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return dir;
}

/** In a process of its own, with what the others have compiled. */
const runAlone: typeof callPhyllite = (args, options) =>
  runPhyllite(args, { env: { PHYLLITE_CACHE: caches }, ...options });
/** What nothing waits for ends the process. */
const callerFor = (name: string) => (/nothing waits/.test(name) ? runAlone : callPhyllite);

/** @returns what a build says; nothing is written by it */
async function failing(
  cwd: string,
  args: string[] = [],
  call: typeof callPhyllite = callPhyllite,
): Promise<{ status: number; said: string }> {
  const { status, stderr, stdout } = await call(['build', ...args], { cwd });
  const said = stderr + stdout;
  assert.doesNotMatch(said, /^\s+at .*[:)]/m, 'a stack trace');
  assert.equal(existsSync(path.join(cwd, 'dist')), false, 'something was written');
  return { status: status!, said };
}

const calls = (text: string): string => `import { defineConfig } from 'phyllite';\n${text}`;

/** Config file → what is said of it. */
const configs: Record<string, [config: string, ...said: RegExp[]]> = {
  'keys that are not there': [
    calls(`export default defineConfig({
  titel: 'x',
  titelPattern: '%s',
  theme: { acent: '#fff', fonts: { bdy: 'x' } },
  defaults: { toc_dept: 2, nav: [] },
});`),
    /^phyllite\.config\.ts:3:3 {2}there is no key `titel` {2}.*`defaults: \{ title: … \}`/m,
    /^phyllite\.config\.ts:4:3 {2}there is no key `titelPattern` {2}if `titlePattern` is meant/m,
    /:5:12 {2}there is no key `theme\.acent` {2}if `theme\.accent` is meant/,
    /:5:36 {2}there is no key `theme\.fonts\.bdy` {2}if `theme\.fonts\.body` is meant/,
    /:6:15 {2}there is no key `toc_dept` {2}if `toc_depth` is meant/,
    /:6:28 {2}`nav` holds for the whole site, .*write `nav` beside `defaults`/,
  ],
  'values of another type': [
    `const react = () => ({ name: 'react', hooks: {} });
export default {
  urls: 'dir',
  links: [{ label: 'x' }],
  integrations: [react],
  markdown: { remarkPlugins: ['remark-math'] },
  code: { languages: [{ name: 'x' }] },
};`,
    /:3:9 {2}`urls` takes `file` or `directory`, not “dir” {2}write `urls: 'file'`/,
    /:4:11 {2}a link of `links` needs both .* write `\[\{ label: 'Status', href: 'https:/,
    /:5:18 {2}`integrations` takes .*, not a function {2}call it/,
    /:6:31 {2}`markdown\.remarkPlugins` takes functions.*, not “remark-math” {2}import the plugin/,
    /:7:23 {2}`code\.languages` takes TextMate grammars.*, not a map {2}read the grammar with/,
  ],
  'no config': [
    'export const config = {};',
    /^phyllite\.config\.ts {2}this file exports no config/m,
  ],
  'a function': ['export default () => ({});', /exports a function, which is no config/],
  'broken syntax': [
    'export default {\n  a: 1\n  b: 2,\n};',
    /^phyllite\.config\.ts:3:3 {2}Expected .* {2}mend the line/m,
  ],
  'it throws': [
    calls(`interface X {\n  a: 1;\n}\nfunction token(): X {\n  throw new Error('no token');\n}
export default defineConfig({ site: token() });`),
    /^phyllite\.config\.ts:6:9 {2}the config fails: no token {2}mend what it does/m,
  ],
  'what it imports throws': [
    "import { a } from './helper.ts';\nexport default { site: a };",
    /^helper\.ts:3:7 {2}the config fails: the helper is ill/m,
  ],
  'it fails where nothing waits': [
    "import { defineConfig } from 'phyllite';\n\nPromise.reject(new Error('too late'));\n" +
      'setTimeout(() => {}, 20_000);\nexport default defineConfig({});',
    /^phyllite\.config\.ts:3:16 {2}too late {2}nothing waits for this error: put `await`/m,
  ],
  'it fails after a while': [
    'await 1;\nthrow new Error("no answer");\nexport default {};',
    /^phyllite\.config\.ts:2:7 {2}the config fails: no answer/m,
  ],
  'a promise': [
    'export default Promise.resolve({});',
    /exports a promise.*`export default await …`/,
  ],
  'it lacks an import': [
    'export default defineConfig({});',
    /:1:16 {2}the config fails: defineConfig is not defined {2}write `import \{ defineConfig/,
  ],
  'a file that is not there': [
    "\nimport words from './lost.ts';\nexport default { words };",
    /^phyllite\.config\.ts:2:19 {2}the config fails: there is no \.\/lost\.ts {2}check its path/m,
  ],
  'a module of broken syntax': [
    "import words from './broken.ts';\nexport default { words };",
    /^broken\.ts:2:1 {2}Expected .* {2}mend the line/m,
  ],
  'a grammar that is none, and MDX once more': [
    `const loop = { name: 'loop', scopeName: 'source.loop', patterns: 'x' };
export default {
  integrations: [{ name: '@astrojs/mdx', hooks: {} }],
  code: { languages: [loop] },
};`,
    /:3:18 {2}Phyllite has MDX itself {2}take `mdx\(\)` out/,
    /:4:11 {2}the grammar `loop` cannot be used/,
  ],
  'settings of Vite that are none': [
    "export default { vite: { plugins: 'x' } };",
    /:1:24 {2}`vite` takes a map of settings of Vite, its `plugins` a list/,
  ],
  'a package that is not installed': [
    "import remark from 'not-there';\nexport default { markdown: { remarkPlugins: [remark] } };",
    /^phyllite\.config\.ts:1:20 {2}the config fails: there is no not-there {2}.* npm install not-there/m,
  ],
};

describe('a config file that is wrong', { concurrency: 2 }, () => {
  for (const [name, [config, ...said]] of Object.entries(configs))
    test(name, async () => {
      const helper = "type A = string;\n\nthrow new Error('the helper is ill');\n";
      const broken = 'export default {\na: 1\nb: 2 };\n'.replace('\n', ' ');
      const files = { 'helper.ts': helper, 'broken.ts': broken };
      const found = await failing(projectOf(config, files), [], callerFor(name));
      assert.equal(found.status, 1, found.said);
      for (const one of said) assert.match(found.said, one);
    });
});

test('tools get it as JSON', async () => {
  const cwd = projectOf('export default { titelPattern: 1 };');
  const { stdout } = await callPhyllite(['check', '--format', 'json'], { cwd });
  const [found] = JSON.parse(stdout).diagnostics;
  assert.deepEqual([found.kind, found.line, found.column], ['config', 1, 18]);
});

test('what the site’s keys name is looked for, and told where the config says it', async () => {
  const config =
    "export default {\n  nav: [\n    'lost',\n  ],\n  theme: { logo: 'lost.svg' },\n" +
    "  links: [{ label: 'Lost', href: '/lost.html' }],\n};";
  const { status, said } = await failing(projectOf(config, mdx));
  assert.equal(status, 1, said);
  assert.match(said, /^\.\.\/phyllite\.config\.ts:3:1 {2}`nav` names lost/m);
  assert.match(said, /^\.\.\/phyllite\.config\.ts:5:1 {2}`theme` names lost\.svg/m);
  assert.match(
    said,
    /^\.\.\/phyllite\.config\.ts:6:35 {2}in `links`, the link \/lost\.html leads to/m,
  );
});

test('tabs that the config gives every page need not be used on each', async () => {
  const tabs = "export default { defaults: { language_tabs: ['shell', 'python'] } };";
  const own = '---\ntitle: B\nlanguage_tabs:\n  - ruby\n---\n\n# B\n\nText.\n';
  const cwd = projectOf(tabs, { 'content/b.html.md': own });
  const { stderr, stdout } = await callPhyllite(['check'], { cwd });
  assert.doesNotMatch(stderr, /^index\.html\.md/m);
  assert.match(stderr, /^b\.html\.md:4.*no sample of this document is in/m);
  assert.match(stdout, /1 warning/);
});

/** Plugin that throws → what is said of it. */
const plugins: Record<string, [config: string, said: RegExp]> = {
  remark: [
    "function loud() { return () => { throw new Error('too loud'); }; }\n" +
      'export default { markdown: { remarkPlugins: [loud] } };',
    /^index\.mdx {2}the plugin loud of the config file failed here: too loud/m,
  ],
  'remark, where nothing waits': [
    "function loud() { return () => { setTimeout(() => { throw new Error('too loud'); }, 1); }; }\n" +
      'export default { markdown: { remarkPlugins: [loud] } };',
    /^phyllite\.config\.ts:1:59 {2}too loud {2}nothing waits for this error/m,
  ],
  'rehype, by what it leaves': [
    'function loud() { return (tree) => { tree.children.push(undefined); }; }\n' +
      'export default { markdown: { rehypePlugins: [loud] } };',
    /^index\.mdx {2}the plugin loud of the config file failed here: it leaves what is no tree/m,
  ],
  'rehype, when it is set up': [
    "function loud() { throw new TypeError('no options'); }\n" +
      'export default { markdown: { rehypePlugins: [[loud, {}]] } };',
    /^index\.mdx {2}the plugin loud of the config file failed here: no options/m,
  ],
  'Vite, at a page': [
    `export default { vite: { plugins: [{ name: 'my-vite', transform(_, id) {
  if (id.endsWith('index.mdx')) throw new Error('cannot transform');
} }] } };`,
    /^index\.mdx {2}the plugin my-vite of the config file failed here: cannot transform/m,
  ],
  'Vite, at the start': [
    `export default {
  vite: { plugins: [{ name: 'my-vite', async buildStart() { throw new TypeError('no start'); } }] },
};`,
    /^\.\.\/phyllite\.config\.ts:2:1 {2}the plugin my-vite of the config file failed: no start/m,
  ],
  integration: [
    `export default {
  integrations: [{ name: 'my-int', hooks: { 'astro:config:setup'() { throw new Error('no'); } } }],
};`,
    /^\.\.\/phyllite\.config\.ts:2:1 {2}the plugin my-int of the config file failed: no/m,
  ],
};

describe('a plugin that throws', { concurrency: 2 }, () => {
  for (const [name, [config, expected]] of Object.entries(plugins))
    test(name, async () => {
      const { status, said } = await failing(projectOf(config, mdx), [], callerFor(name));
      assert.equal(status, 1, said);
      assert.match(said, expected);
      assert.match(said, /1 error \(plugin-failed\)|nothing waits/);
    });
});

test('dev starts anew when the config changes, and tells one that is broken', async () => {
  const cwd = projectOf("export default { titlePattern: '%s · One' };");
  const file = path.join(cwd, 'phyllite.config.ts');
  const dev = new Dev(path.join(cwd, 'content'));
  await dev.start('--port', '0', '--config', file);
  try {
    await dev.shows('/', /<title>A · One</);
    writeFileSync(file, "export default { titelPattern: '%s · Two' };");
    await dev.until(() => /there is no key `titelPattern`/.test(dev.said), 'the fault is told');
    await dev.shows('/', /<title>A · One</);
    writeFileSync(file, "export default { titlePattern: '%s · Two' };");
    await dev.until(() => /started again/.test(dev.said), 'it starts again');
    await dev.shows('/', /<title>A · Two</);
  } finally {
    await dev.stop();
  }
});

test('dev that is stopped while it starts again ends', async () => {
  const cwd = projectOf('export default {};');
  const file = path.join(cwd, 'phyllite.config.ts');
  const dev = new Dev(path.join(cwd, 'content'));
  await dev.start('--port', '0', '--config', file);
  const slow = "console.log('read anew');\nawait new Promise((end) => setTimeout(end, 500));\n";
  writeFileSync(file, `${slow}export default {};`);
  try {
    await dev.until(() => /read anew/.test(dev.said), 'the config is read anew');
  } finally {
    assert.equal(await dev.stop(), 0);
  }
});

test('dev shows what was saved, however late a plugin lets Vite hear of it', async () => {
  const slow = "{ name: 'slow', watchChange: () => new Promise((end) => setTimeout(end, 400)) }";
  const cwd = projectOf(`export default { vite: { plugins: [${slow}] } };`, mdx);
  const dev = new Dev(path.join(cwd, 'content'));
  await dev.start('--port', '0', '--config', path.join(cwd, 'phyllite.config.ts'));
  try {
    for (const word of ['one', 'two', 'three']) {
      dev.write('index.mdx', `---\ntitle: A\n---\n\n# Saved ${word}\n\n<Box>${word}</Box>\n`);
      dev.write('components/Box.astro', `<b>in ${word}: <slot /></b>\n`);
      await dev.shows('/', new RegExp(`id="saved-${word}".*<b>in ${word}: ${word}<`, 's'));
    }
  } finally {
    await dev.stop();
  }
});

test('a config file in the content folder never runs', async () => {
  const cwd = projectOf('export default {};', {
    'content/phyllite.config.mjs': "throw new Error('it ran');",
  });
  const named = await failing(cwd, ['--config', 'content/phyllite.config.mjs']);
  assert.equal(named.status, 2);
  assert.match(named.said, /phyllite\.config\.mjs lies in the content folder.*move it out/);
  const inside = path.join(cwd, 'content');
  const { status, stderr } = await callPhyllite(['build', '.', '--out', '../out'], { cwd: inside });
  assert.equal(status, 0, stderr);
  assert.match(
    stderr,
    /^phyllite\.config\.mjs {2}a config file in the content folder is not read/m,
  );
  assert.equal(existsSync(path.join(cwd, 'out/phyllite.config.mjs')), false);
});

test('a config file that is not read is told', async () => {
  const cwd = projectOf('export default {};', { 'other/index.html.md': page });
  const said = async (from: string, ...args: string[]) =>
    (await callPhyllite(['check', ...args], { cwd: from })).stderr;
  assert.match(
    await said(scratch, path.join(cwd, 'content')),
    /^phyllite: .*phyllite\.config\.ts is not read: you call from another folder; add --config .*\n/,
  );
  assert.match(
    await said(cwd, 'other'),
    /^phyllite: phyllite\.config\.ts is not read: its content is .*content; add --config/,
  );
  renameSync(path.join(cwd, 'phyllite.config.ts'), path.join(cwd, 'phyllite.config.json'));
  assert.match(await said(cwd), /^phyllite: phyllite\.config\.json is not read: .* \.mjs\n$/);
});

test('a Node that is too old, and Plug’n’Play, are told in one line', () => {
  const fake = (versions: string) => {
    const script = `Object.defineProperty(process,'versions',{value:{...process.versions,${versions}}})`;
    const bin = path.join(project, 'src/cli/bin.js');
    return spawnSync(process.execPath, [`--import=data:text/javascript,${script}`, bin], {
      encoding: 'utf8',
    });
  };
  for (const old of ['20.19.0', '22.11.0', '18.0.0']) {
    const { status, stderr } = fake(`node:'${old}'`);
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`^phyllite: needs Node 22\\.12 or later, .*${old}.*\\n$`));
  }
  const { status, stderr } = fake("node:'22.12.0',pnp:'3'");
  assert.equal(status, 2);
  assert.match(stderr, /^phyllite: .*nodeLinker: node-modules.*\n$/);
});

test('a folder that may not be written is told before anything is done', {
  skip: process.platform === 'win32',
}, () => {
  const cwd = projectOf('export default {};');
  const locked = path.join(cwd, 'locked');
  mkdirSync(locked, { mode: 0o555 });
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const cache = path.join(cwd, 'cache');
  mkdirSync(cache);
  if (user.uid) chownSync(cache, user.uid, user.gid);
  const call = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(project, 'src/cli/phyllite.ts'), ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PHYLLITE_CACHE: cache },
      ...user,
    });
  const build = call('build', '--out', 'locked/dist');
  assert.equal(build.status, 2, build.stderr);
  assert.match(build.stderr, /^phyllite: .*locked.* \(EACCES\).*; .+\n$/);
  const init = call('init', 'locked/docs');
  assert.equal(init.status, 2, init.stderr);
  assert.match(init.stderr, /^phyllite: cannot write .*locked.* \(EACCES\); name a folder.*\n$/);
  assert.deepEqual(readdirSync(locked), []);
});

test('content, output and project may lie in a folder with # or %', async () => {
  const parent = projectOf('export default {};', mdx);
  const cwd = path.join(parent, 'a#b %41');
  cpSync(path.join(parent, 'content'), path.join(cwd, 'content'), { recursive: true });
  writeFileSync(path.join(cwd, 'package.json'), '{}');
  const { status, stderr } = await runPhyllite(['build'], {
    cwd,
    env: { HOME: home, XDG_CACHE_HOME: '' },
  });
  assert.equal(status, 0, stderr);
  assert.ok(existsSync(path.join(cwd, 'dist/index.html')));
});

test('a folder that Vite cannot work in is told in a sentence', {
  skip: process.platform === 'win32',
}, async () => {
  const parent = projectOf('export default {};', mdx);
  const cwd = path.join(parent, 'a?b');
  cpSync(path.join(parent, 'content'), path.join(cwd, 'content'), { recursive: true });
  const call = () => runPhyllite(['build'], { cwd, env: { HOME: home, XDG_CACHE_HOME: '' } });
  assert.equal((await call()).status, 0);
  rmSync(path.join(cwd, 'dist'), { recursive: true });
  mkdirSync(path.join(cwd, 'content/components'));
  writeFileSync(path.join(cwd, 'content/components/Box.astro'), '<p><slot /></p>');
  const component = await failing(cwd, [], runPhyllite);
  assert.equal(component.status, 2);
  assert.match(component.said, /^phyllite: the content cannot be compiled in .*holds “\?”; .+\n$/);
  writeFileSync(path.join(cwd, 'phyllite.config.mjs'), 'export default {};');
  const config = await failing(cwd, [], runPhyllite);
  assert.equal(config.status, 2);
  assert.match(
    config.said,
    /^phyllite: .*phyllite\.config\.mjs cannot be read: .*“\?”; move it.*\n$/,
  );
});
