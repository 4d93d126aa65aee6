/**
 * Measures what an agent pays for an answer: `node tests/agents/errands.ts`. Builds RestDB, and WooCommerce where
 * `../shared/corpus/woocommerce` is, and prints the characters read for each question and their median.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { project, runPhyllite } from '../phyllite.ts';
import { errand, type Errand } from './errand.ts';
import { RESTDB, WOOCOMMERCE, type Question } from './questions.ts';

/** Builds the folder and runs its errands. */
export async function errandsOf(folder: string, questions: Question[]): Promise<Errand[]> {
  const out = mkdtempSync(path.join(tmpdir(), 'phyllite-errands-'));
  try {
    const origin = 'https://docs.example.com';
    const run = await runPhyllite(['build', folder, '--out', out, '--site', origin]);
    if (run.status !== 0) throw new Error(run.stderr);
    const read = async (url: string) => {
      const file = path.join(out, decodeURIComponent(new URL(url).pathname));
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    };
    return await Promise.all(
      questions.map((question) => errand(question, `${origin}/llms.txt`, read)),
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

if (import.meta.main) {
  const woocommerce = path.join(project, '../shared/corpus/woocommerce/source');
  const errands = await errandsOf(path.join(project, 'content'), RESTDB);
  if (existsSync(woocommerce)) errands.push(...(await errandsOf(woocommerce, WOOCOMMERCE)));
  for (const { asked, characters, read, isAnswered } of errands)
    process.stdout.write(
      `${String(characters).padStart(9)}  ${isAnswered ? '' : 'NOT ANSWERED '}${asked}\n` +
        `${' '.repeat(11)}${read.map((url) => new URL(url).pathname).join(' → ')}\n`,
    );
  process.stdout.write(`${median(errands.map((one) => one.characters))} on the median\n`);
}
