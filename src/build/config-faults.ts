/** What keeps a config file from being loaded, with the place that it stands at. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LanguageRegistration } from 'shiki';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/locate.ts';
import { stackPlace } from '../diagnostics/stack-place.ts';
import type { vite } from './project.ts';

type Parse = Awaited<ReturnType<typeof vite>>['parseSync'];

/** @param file absolute. @returns the first place that is no JavaScript or TypeScript */
export function syntaxError(file: string, parse: Parse): Finding | undefined {
  const text = textOf(file);
  const [broken] = parse(file, text).errors;
  return (
    broken && {
      kind: 'config',
      file,
      ...placeAt(text, broken.labels[0]?.start ?? 0),
      message: broken.message,
      hint: 'mend the line, or the one before it',
    }
  );
}

/** @param file absolute. @returns its text, without a byte order mark */
export const textOf = (file: string): string => readFileSync(file, 'utf8').replace(/^\uFEFF/, '');

/** @param file of the config, absolute. @param error that it threw, or what it imports */
export function configFault(file: string, error: unknown, parse: Parse): Finding {
  const {
    message = String(error),
    stack = '',
    id,
  } = Object(error) as Partial<Error> & { id?: unknown };
  const [problem = ''] = message.split('\n');
  const missing =
    /Cannot find (?:package|module) '([^']+)' imported from '?(.+?)'?$/.exec(problem) ??
    /Failed to load url (\S+) .* in (.+)\. Does the file exist\?$/.exec(problem);
  if (missing) return missingImport(missing[1]!, existsSync(missing[2]!) ? missing[2]! : file);
  // A module that it imports, by its id.
  const broken = typeof id === 'string' && existsSync(id) && syntaxError(id, parse);
  if (broken) return broken;
  const at = stackPlace(stack, path.dirname(file));
  return {
    kind: 'config',
    file,
    ...at,
    message: `the config fails: ${problem.replace(/\(0 ?, ?__vite\w+\.(\w+)\)/, '$1')}`,
    hint: /^defineConfig is not defined/.test(problem)
      ? "write `import { defineConfig } from 'phyllite'` above it"
      : /^(module|exports|require) is not defined/.test(problem)
        ? 'write `import` and `export default`: the file is an ECMAScript module'
        : 'mend what it does, or take it out',
  };
}

/** @param name as it is written. @param file that imports it, absolute */
function missingImport(name: string, file: string): Finding {
  const text = textOf(file);
  const at = ["'", '"'].map((quote) => text.indexOf(quote + name + quote)).find((one) => one >= 0);
  const [packageName] = /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? [name];
  return {
    kind: 'config',
    file,
    ...(at !== undefined && placeAt(text, at)),
    message: `the config fails: there is no ${name}`,
    hint: /^[./]/.test(name)
      ? 'check its path, relative to this file'
      : `install it here: npm install ${packageName}`,
  };
}

/**
 * Grammars that no text can be read with: what they say of themselves is checked, their rules are
 * not.
 * @param at where the config file names them
 */
export async function grammarFaults(
  languages: LanguageRegistration[],
  at: Pick<Finding, 'file' | 'line' | 'column'>,
): Promise<Finding[]> {
  if (!languages.length) return [];
  const { loadGrammar } = await import('../markup/highlight/load-grammar.ts');
  return languages.flatMap((language): Finding[] => {
    try {
      loadGrammar(language).grammar.tokenizeLine2('a', null);
      return [];
    } catch (error) {
      return [
        {
          kind: 'config',
          ...at,
          message: `the grammar \`${language.name}\` cannot be used: ${(error as Error).message}`,
          hint: 'its `patterns` are a list of rules, and a rule may not only include itself',
        },
      ];
    }
  });
}
