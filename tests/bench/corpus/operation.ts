/** One operation of the corpus: heading, prose, endpoint, samples in four languages, answers, tables, an aside. */
import type { Random } from './random.ts';
import { answer, record, requests } from './samples.ts';
import { actions, fields, paragraph, resources, sentence, types } from './words.ts';

const plural = (noun: string) =>
  noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : /s$/.test(noun) ? `${noun}es` : `${noun}s`;

function table(random: Random, rows: number): string {
  const lines = ['| Parameter | Type | Description |', '| --- | --- | --- |'];
  for (let row = 0; row < rows; row++)
    lines.push(`| \`${random.pick(fields)}\` | ${random.pick(types)} | ${sentence(random)} |`);
  return `${lines.join('\n')}\n`;
}

/** The same in many operations, as answers to errors are. */
const refusal = answer({
  code: 'rest_cannot_view',
  message: 'Sorry, you cannot view this resource.',
  data: { status: 401 },
});

/**
 * @param number of the operation, from 0; with its chapter's resource it makes its title one of a kind
 * @param bytes about as long as this, never shorter
 * @param heading `#` marks of its title
 */
export function operation(random: Random, number: number, bytes: number, heading = '##'): string {
  const resource = resources[Math.floor(number / actions.length) % resources.length]!;
  const [method, verb, ofOne] = actions[number % actions.length]!;
  const family = `${plural(resource).replace(/ /g, '-')}-${Math.floor(number / (actions.length * resources.length))}`;
  const path = `/v1/${family}${ofOne ? `/${random.between(1, 9999)}` : ''}`;
  const body = method === 'POST' || method === 'PUT' ? record(random, 3) : undefined;
  const parts = [
    `${heading} ${verb} ${ofOne ? `a ${resource}` : plural(resource)} ${number}`,
    paragraph(random, 3),
    requests({ method, path, body }),
    '> JSON response example:',
    answer(
      ofOne || method === 'POST' ? record(random, 14) : [record(random, 12), record(random, 12)],
    ),
    `\`${method} /v1/${family}${ofOne ? '/{id}' : ''}\``,
    `${heading}# Parameters of ${verb.toLowerCase()} ${number}`,
    table(random, 8),
    `<aside class="${random.pick(['notice', 'warning', 'success'])}">${sentence(random)}</aside>`,
  ];
  if (random.next() < 0.3) parts.push('> Where it is refused:', refusal);
  let length = parts.reduce((sum, part) => sum + part.length + 2, 0);
  // What is left is more of the same: the next answer or the next table.
  while (length < bytes - 200) {
    const rest = bytes - length;
    const part =
      rest < 700
        ? paragraph(random, Math.max(1, Math.round(rest / 90)))
        : random.next() < 0.5
          ? `> Another answer:\n\n${answer(record(random, rest > 1400 ? 18 : 8))}`
          : `${paragraph(random, 2)}\n\n${table(random, 5)}`;
    parts.push(part);
    length += part.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}
