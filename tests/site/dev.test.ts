/** `phyllite dev` as an author has it: everything a host would serve, and every save answered. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { project } from '../phyllite.ts';
import { Dev } from './dev-server.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-dev-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const index = (more = '') =>
  `---\ntitle: My API\nbase_url: https://x.example\nlanguage_tabs:\n  - shell\n  - ruby\nincludes:\n  - errors\n---\n\n# Orders\n\nAt {frontmatter.base_url}. ![Logo](images/logo.png) <Box>boxed</Box>\n${more}\n`;

describe('dev', { concurrency: 2 }, () => {
  describe('of MDX', { concurrency: 1 }, () => {
    const dev = new Dev(path.join(scratch, 'mdx'));
    before(async () => {
      dev.write('index.mdx', index());
      dev.write('includes/_errors.mdx', '# Errors\n\nSome errors.\n');
      dev.write('x.mdx', '---\ntitle: X\n---\n\n# Xs\n\nText of x.\n');
      dev.write('a/index.mdx', '---\ntitle: A\n---\n\n# As\n\nText of a.\n');
      dev.write('README.mdx', '---\ntitle: Read me\n---\n\n# Called like a file of the project\n');
      dev.write('components/Box.astro', '<div class="box"><slot /></div>\n');
      dev.write('images/logo.png', pixel);
      await dev.start('--port', '0');
    });
    after(() => dev.stop());

    test('serves all that a host would', async () => {
      for (const [url, status, type, text] of [
        ['/', 200, 'text/html', /At https:\/\/x\.example\..*<div class="box">boxed/s],
        ['/index.html', 200, 'text/html', /Orders/],
        ['/x.html', 200, 'text/html', /Text of x/],
        ['/x', 200, 'text/html', /Text of x/],
        ['/a/', 200, 'text/html', /Text of a/],
        ['/a', 302, '', /^$/],
        ['/README.html', 200, 'text/html', /Called like a file/],
        ['/README.md', 200, 'text/markdown', /Called like a file/],
        ['/index.md', 200, 'text/markdown', /# Orders/],
        ['/x.md', 200, 'text/markdown', /Text of x/],
        ['/a/index.md', 200, 'text/markdown', /Text of a/],
        ['/llms.txt', 200, 'text/plain', /My API/],
        ['/reference.json', 200, 'application/json', /"generator":"phyllite"/],
        ['/pagefind/pagefind.js', 200, 'text/javascript', /./],
        ['/pagefind/pagefind-entry.json', 200, 'application/json', /"en"/],
        ['/images/logo.png', 200, 'image/png', /PNG/],
        ['/nope.html', 404, 'text/html', /UI-main/],
        ['/nope.png', 404, 'text/html', /UI-main/],
        ['/%E0%A4%A', 404, 'text/html', /UI-main/],
        ['/../package.json', 404, 'text/html', /UI-main/],
      ] as const) {
        const answer = await dev.get(url);
        assert.deepEqual([url, answer.status, answer.type.split(';')[0]], [url, status, type]);
        assert.match(answer.text, text, url);
      }
    });

    test('answers every save: page, include, front matter, component, image, new and removed files', async () => {
      dev.write('includes/_errors.mdx', '# Errors\n\nSome edited errors.\n');
      await dev.shows('/', /Some edited errors/);
      dev.write('includes/_errors.mdx', '# Errors\n\n## Not found\n');
      assert.match(
        await dev.shows('/', /id="not-found"/),
        /href="[^"]*#not-found"/,
        'the contents list it',
      );
      dev.write(
        'index.mdx',
        index().replace('My API', 'Our API').replace('x.example', 'y.example'),
      );
      await dev.shows('/', /<title>Our API<.*At https:\/\/y\.example/s);
      await dev.shows('/x.html', /Our API/);
      dev.write('components/Box.astro', '<div class="bigger"><slot /></div>\n');
      await dev.shows('/', /<div class="bigger">boxed/);
      dev.write('components/New.astro', '<b class="new"><slot /></b>\n');
      dev.write('x.mdx', '---\ntitle: X\n---\n\n# Xs\n\n<New>fresh</New>\n');
      await dev.shows('/x.html', /<b class="new">fresh/);
      dev.write('images/logo.png', Buffer.concat([pixel, Buffer.from('more')]));
      await dev.shows('/images/logo.png', /more$/);
      dev.write('later.html.md', '---\ntitle: Later\n---\n\n# Later {x} <ID>\n');
      await dev.shows('/later.html', /Later \{x\} &#x3C;ID>|Later \{x\} &lt;ID/);
      await dev.shows('/', /later\.html/);
      assert.match((await dev.get('/llms.txt')).text, /Later/);
      rmSync(path.join(dev.root, 'later.html.md'));
      await dev.shows('/later.html', /UI-main/, 404);
      assert.doesNotMatch((await dev.get('/')).text, /later\.html/);
    });

    test('says in the page and in the terminal what is wrong, and goes on when it is mended', async () => {
      const fine = '---\ntitle: A\n---\n\n# As\n\nText of a.\n';
      for (const [broken, page, terminal] of [
        [
          `${fine}\n<div>\n\n{\n`,
          /a\/index\.mdx:\d+:\d+<.*expression/s,
          /a\/index\.mdx:\d+:\d+ .*expression/,
        ],
        [
          `${fine}\n<Foo/>\n`,
          /a\/index\.mdx:9:1<.*&lt;Foo&gt;.*<mark>&lt;<\/mark>Foo\/&gt;.*components\//s,
          /a\/index\.mdx:9:1 .*<Foo>/,
        ],
        [
          fine.replace('title: A', 'title: [A'),
          /a\/index\.mdx:3:1<.*not valid YAML/s,
          /a\/index\.mdx:3:1 .*not valid YAML/,
        ],
        [
          `${fine}\n{undefined.x}\n`,
          /a\/index\.mdx:9:1<.*TypeError/s,
          /a\/index\.mdx:9:1 .*TypeError/,
        ],
        [
          fine.replace('title: A', 'title: A\nincludes: [gone]'),
          /a\/index\.mdx:3:12<.*“gone” is not there/s,
          /a\/index\.mdx:3:12 .*gone/,
        ],
      ] as const) {
        dev.said = '';
        dev.write('a/index.mdx', broken);
        const text = await dev.shows('/a/', page, 500);
        assert.match(text, /<script type="module" src="\/@vite\/client">/);
        assert.doesNotMatch(text, /node_modules|^\s+at /m);
        assert.equal((await dev.get('/x.html')).status, 200, 'other pages go on');
        assert.match(dev.said, terminal);
        dev.write('a/index.mdx', fine);
        await dev.shows('/a/', /Text of a/);
        assert.match(dev.said, /All errors are mended/);
      }
      dev.write(
        'components/Box.astro',
        '---\nthrow new Error("the box is at fault");\n---\n<b></b>',
      );
      await dev.shows('/', /index\.mdx<.*the box is at fault/s, 500);
      dev.write('components/Box.astro', '<div>{');
      await dev.shows('/', /components\/Box\.astro:/, 500);
      dev.write('components/Box.astro', '<div class="box"><slot /></div>\n');
      await dev.shows('/', /class="box"/);
      dev.write('x.mdx', '---\ntitle: X\n---\n\n# Xs\n\n<Late/> {frontmatter.missing}\n');
      await dev.shows('/x.html', /Late.*missing/s, 500);
      dev.write('components/Late.astro', '<i>late</i>\n');
      await dev.shows('/x.html', /1 error in the content.*frontmatter\.missing/s, 500);
      dev.write(
        'x.mdx',
        '---\ntitle: X\nmissing: found\n---\n\n# Xs\n\n<Late/> {frontmatter.missing}\n',
      );
      await dev.shows('/x.html', /<i>late<\/i>\s+found/s);
    });
  });

  test('of a Slate project, below a path, on a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const dev = new Dev(path.join(scratch, 'slate'));
    cpSync(
      path.join(project, 'tests/fixtures/sites/both/content/index.html.md'),
      path.join(dev.root, 'index.html.md'),
    );
    dev.write('images/lost.png', pixel);
    dev.write('broken.html.md', '---\ntitle: [A\n---\n\n# Built all the same\n');
    try {
      await dev.start('--port', String(port), '--base', '/docs');
      assert.match(dev.said, new RegExp(`port ${port} is in use; using \\d+`));
      assert.match(dev.origin, /:\d+\/docs$/);
      await dev.shows('/', /100%/);
      await dev.shows('/broken.html', /Built all the same/);
      assert.match(
        dev.said,
        /broken\.html\.md:\d+:\d+ .*not valid YAML/,
        'a warning in the terminal',
      );
      assert.equal((await dev.get('/images/lost.png')).status, 200);
      assert.equal((await dev.get('/pagefind/pagefind.js')).status, 200);
      assert.match((await dev.get('/nope')).text, /href="\/docs\//);
      const outside = await fetch(new URL('/index.html', dev.origin), { redirect: 'manual' });
      assert.equal(outside.status, 404);
      assert.equal(
        (await fetch(new URL('/docs', dev.origin), { redirect: 'manual' })).headers.get('location'),
        '/docs/',
      );
      dev.write('index.html.md', '---\ntitle: A\n---\n\n# Orders\n\nSaved.\n');
      await dev.shows('/', /Saved\./);
    } finally {
      assert.equal(await dev.stop(), 0);
      taken.close();
    }
  });

  test('what a style sheet of a page loads is found below a path, and a page by an odd name', async () => {
    const dev = new Dev(path.join(scratch, 'styled'));
    dev.write('a.css', "@font-face { font-family: 'A'; src: url('./a.woff2') }");
    dev.write('a.woff2', 'font');
    dev.write('index.mdx', "---\ntitle: A\n---\n\nimport './a.css';\n\n# A\n\nText.\n");
    try {
      await dev.start('--port', '0', '--base', '/docs');
      const shown = await dev.shows('/', /a\.woff2/);
      const [, named = ''] = /url\(["']?([^"')]*a\.woff2)/.exec(shown)!;
      // A browser that loads a font takes anything.
      const font = await fetch(new URL(named, dev.origin), { headers: { accept: '*/*' } });
      assert.deepEqual([font.status, await font.text()], [200, 'font'], named);
      if (process.platform === 'win32') return;
      dev.write('a?b#c.mdx', '---\ntitle: B\n---\n\n# B\n\nWhat ends a path.\n');
      await dev.shows('/a%3Fb%23c.html', /What ends a path/);
    } finally {
      await dev.stop();
    }
  });

  test('follows a description that MDX places by hand, and the notes beside its operations', async () => {
    const dev = new Dev(path.join(scratch, 'placed'));
    cpSync(path.join(project, 'tests/fixtures/openapi-words'), dev.root, { recursive: true });
    const description = readFileSync(path.join(dev.root, 'openapi.yaml'), 'utf8');
    try {
      await dev.start();
      await dev.shows('/', /<h2[^>]* id="listPets".*MDX note with.*own.* words about adding/s);
      dev.write('openapi.yaml', description.replace('Lists them.', 'Lists all of them.'));
      await dev.shows('/', /Lists all of them\./);
      dev.write('includes/openapi/pets/add.md', 'A note that was saved.\n');
      await dev.shows('/', /A note that was saved\./);
      dev.write('includes/openapi/get-toys-id.mdx', 'Another <Badge>note</Badge>, saved.\n');
      await dev.shows('/', /Another .*note.*, saved\./);
      const page = readFileSync(path.join(dev.root, 'index.mdx'), 'utf8');
      dev.write('index.mdx', page.replace('<Tag name="toys" />', ''));
      await dev.shows('/', /id="after".*id="tag-toys"/s);
      dev.write('index.mdx', page.replace('name="toys"', 'name="toyz"'));
      await dev.shows('/', /did you mean toys\?/, 500);
    } finally {
      assert.equal(await dev.stop(), 0);
    }
  });

  test('says that what a page imports throws, and shows the page when it is mended', async () => {
    const dev = new Dev(path.join(scratch, 'imports'));
    dev.write(
      'index.mdx',
      "---\ntitle: A\n---\n\nimport { name } from './lib/name.js';\n\n# A\n\nBy {name}. <Box />\n",
    );
    dev.write('b.mdx', '---\ntitle: B\n---\n\n# B\n\nText of b.\n');
    dev.write('components/Box.astro', "---\nimport './box.js';\n---\n<b>boxed</b>\n");
    dev.write('components/box.js', '');
    const fine = 'export const name = "somebody";';
    dev.write('lib/name.js', 'throw new Error("no name today"); export const name = "";');
    try {
      await dev.start('--port', '0');
      await dev.shows('/', /index\.mdx.*no name today/s, 500);
      assert.match(dev.said, /index\.mdx .*no name today/);
      await dev.shows('/b.html', /Text of b/);
      dev.write('lib/name.js', fine);
      await dev.shows('/', /By somebody\. .*<b>boxed/s);
      dev.write('components/box.js', 'throw new Error("no box today");');
      await dev.shows('/', /no box today/, 500);
      await dev.shows('/b.html', /Text of b/);
      dev.write('components/box.js', '');
      await dev.shows('/', /By somebody\. .*<b>boxed/s);
    } finally {
      await dev.stop();
    }
  });

  test('follows the files and requests that fences show; says when a page last changed', async () => {
    const dev = new Dev(path.join(scratch, 'code'));
    const fence = (text: string) => `\`\`\`${text}\n\`\`\`\n\n`;
    dev.write(
      'index.mdx',
      '---\ntitle: A\nlanguage_tabs: [python]\nlast_changed: true\n---\n\n# A\n\n' +
        `${fence('python file="samples/a.py" region="one"')}Text.\n\n` +
        fence('http samples file="samples/a.http"'),
    );
    dev.write('old.html.md', `---\ntitle: B\n---\n\n# B\n\n${fence('python file="samples/a.py"')}`);
    const code = (name: string) => `import x\n# #region one\n${name}()\n# #endregion\n`;
    dev.write('samples/a.py', code('first'));
    dev.write('samples/a.http', 'GET https://api.example.com/first\n');
    const git = (...args: string[]) => execFileSync('git', ['-C', dev.root, ...args]);
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=A', '-c', 'user.email=a@b.test', 'commit', '-q', '-m', 'One');
    try {
      await dev.start();
      await dev.shows('/', /class="last-changed"[^>]*>Last updated: /);
      await dev.shows('/', /first.*requests.*example\.com\/first/s);
      dev.write('samples/a.py', code('second'));
      await dev.shows('/', /second.*example\.com\/first/s);
      await dev.shows('/old.html', /import.*second/s);
      dev.write('samples/a.http', 'GET https://api.example.com/second\n');
      await dev.shows('/', /example\.com\/second/);
      dev.write('samples/a.py', 'no region\n');
      await dev.shows('/', /has no region “one”/, 500);
      dev.write('samples/a.py', code('mended'));
      await dev.shows('/', /mended/);
      rmSync(path.join(dev.root, 'samples/a.py'));
      await dev.shows('/', /is not there/, 500);
    } finally {
      assert.equal(await dev.stop(), 0);
    }
  });
});

test('a description alone: a save of it and of a file that it refers to; faults are shown', async () => {
  const dev = new Dev(path.join(scratch, 'description'));
  const written = (path: string) => `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  ${path}:
    get:
      operationId: listPets
      responses:
        '200':
          description: All of them
          content:
            application/json:
              schema: { $ref: 'parts/pet.yaml' }
`;
  const pet = (name: string) => `type: object\nproperties:\n  ${name}: { type: string }\n`;
  dev.content = path.join(dev.root, 'openapi.yaml');
  dev.write('openapi.yaml', written('/pets'));
  dev.write('parts/pet.yaml', pet('name'));
  try {
    await dev.start();
    await dev.shows('/', /id="listPets-name"/);
    dev.write('parts/pet.yaml', pet('nickname'));
    await dev.shows('/', /id="listPets-nickname"/);
    dev.write('openapi.yaml', written('/animals'));
    await dev.shows('/', /\/animals/);
    dev.write('openapi.yaml', 'openapi: 3.1.0\npaths: {a: [}\n');
    await dev.shows('/', /openapi\.yaml:2:13/, 500);
    dev.write('openapi.yaml', written('/creatures'));
    await dev.shows('/', /\/creatures/);
  } finally {
    assert.equal(await dev.stop(), 0);
  }
});
