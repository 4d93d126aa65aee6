/** The content that `init --from` begins with: a Slate source, or an OpenAPI description. */
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CallError } from '../arguments.ts';

/** What was copied. */
export interface Copied {
  /** What carries over and what does not, a line each. */
  report: string[];
}

/** @throws CallError where there is neither a Slate source nor a description */
export function copySource(from: string, content: string): Copied {
  const stat = statSync(from, { throwIfNoEntry: false });
  if (!stat)
    throw new CallError(`${from} is not there; name a Slate source or an OpenAPI description`);
  if (stat.isFile()) return copyDescription(from, content);
  const source = ['source', '.'].map((below) => path.join(from, below)).find(holdsPage);
  if (!source)
    throw new CallError(
      `${from} holds no page; name the folder with index.html.md, or an OpenAPI description`,
    );
  return copySlate(source, content);
}

const isPage = (name: string): boolean =>
  /\.(md|mdx)$/.test(name) && !name.startsWith('_') && !/^readme/i.test(name);

const holdsPage = (dir: string): boolean => existsSync(dir) && readdirSync(dir).some(isPage);

/** What Slate's own machinery needs and nothing here reads. */
const leftBehind = ['layouts', 'javascripts', 'fonts'];

function copySlate(source: string, content: string): Copied {
  const left = leftBehind.filter((name) => existsSync(path.join(source, name)));
  const isKept = (file: string): boolean => {
    const [first] = path.relative(source, file).split(path.sep);
    return (
      !left.includes(first!) &&
      !(first === 'stylesheets' && /\.s?css(\.erb)?$/.test(file) && !file.includes('_variables'))
    );
  };
  cpSync(source, content, { recursive: true, filter: isKept, dereference: true });
  const files = readdirSync(content, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const isInclude = ({ name }: { name: string }) =>
    name.startsWith('_') && /\.(md|mdx|erb)$/.test(name);
  const count = (what: string, test: (entry: (typeof files)[number]) => boolean) => {
    const found = files.filter(test).length;
    return found ? [`${found} ${what}${found === 1 ? '' : 's'}`] : [];
  };
  const copied = [
    ...count('page', ({ name }) => isPage(name)),
    ...count('include', isInclude),
    ...count('image', ({ name }) => /\.(png|jpe?g|gif|svg|webp)$/i.test(name)),
  ];
  return {
    report: [
      `Copied ${copied.join(', ')} from ${source}: they build as they are, with every URL and id.`,
      ...(existsSync(path.join(content, 'stylesheets', '_variables.scss'))
        ? ['Plain colours and sizes of stylesheets/_variables.scss are read.']
        : []),
      ...(left.length
        ? [`Left behind, since it is Slate's own: ${left.map((name) => `${name}/`).join(', ')}.`]
        : []),
    ],
  };
}

function copyDescription(file: string, content: string): Copied {
  if (!/\.(ya?ml|json)$/i.test(file))
    throw new CallError(
      `${file} is no OpenAPI description; name a file that ends in .yaml, .yml or .json`,
    );
  const name = path.basename(file);
  mkdirSync(content, { recursive: true });
  cpSync(file, path.join(content, name));
  const lines = [
    '---',
    `openapi: ${JSON.stringify(`./${name}`)}`,
    '---',
    '',
    'Text here stands before what the description says.',
    '',
  ];
  writeFileSync(path.join(content, 'index.mdx'), lines.join('\n'));
  return {
    report: [`Copied ${name}; content/index.mdx names it, and your own text can stand there.`],
  };
}
