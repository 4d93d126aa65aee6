/** Fences of an operation: a request in each tab's language, and the JSON that comes back. */
import type { Random } from './random.ts';
import { fields, moment } from './words.ts';

export interface Call {
  method: string;
  path: string;
  body: Record<string, unknown> | undefined;
}

export const tabs = {
  shell: 'cURL',
  ruby: 'Ruby',
  python: 'Python',
  javascript: 'Node.js',
} as const;

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;

const json = (value: unknown) => JSON.stringify(value, null, 2);

const writers: Record<keyof typeof tabs, (call: Call) => string> = {
  shell: ({ method, path, body }) =>
    [
      `curl -X ${method} https://api.example.com${path} \\`,
      '  -u "$KEY:$SECRET" \\',
      `  -H "Accept: application/json"${body ? ' \\' : ''}`,
      ...(body ? ['  -H "Content-Type: application/json" \\', `  -d '${json(body)}'`] : []),
    ].join('\n'),
  ruby: ({ method, path, body }) =>
    [
      'require "net/http"',
      'require "json"',
      '',
      `uri = URI("https://api.example.com${path}")`,
      `request = Net::HTTP::${method[0]}${method.slice(1).toLowerCase()}.new(uri, "Accept" => "application/json")`,
      'request.basic_auth ENV.fetch("KEY"), ENV.fetch("SECRET")',
      ...(body
        ? [
            `request.body = {`,
            ...Object.entries(body).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`),
            '}.to_json',
          ]
        : []),
      'answer = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(request) }',
      'puts JSON.parse(answer.body)',
    ].join('\n'),
  python: ({ method, path, body }) =>
    [
      'import os',
      'import requests',
      '',
      ...(body
        ? [
            'data = {',
            ...Object.entries(body).map(
              ([name, value]) =>
                `    "${name}": ${value === true ? 'True' : value === false ? 'False' : JSON.stringify(value)},`,
            ),
            '}',
          ]
        : []),
      `answer = requests.${method.toLowerCase()}(`,
      `    "https://api.example.com${path}",`,
      '    auth=(os.environ["KEY"], os.environ["SECRET"]),',
      ...(body ? ['    json=data,'] : []),
      ')',
      'answer.raise_for_status()',
      'print(answer.json())',
    ].join('\n'),
  javascript: ({ method, path, body }) =>
    [
      ...(body ? [`const data = ${json(body).replace(/"(\w+)":/g, '$1:')};`, ''] : []),
      `const answer = await fetch("https://api.example.com${path}", {`,
      `  method: "${method}",`,
      '  headers: { Authorization: `Basic ${btoa(`${key}:${secret}`)}`, Accept: "application/json" },',
      ...(body ? ['  body: JSON.stringify(data),'] : []),
      '});',
      'if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);',
      'console.log(await answer.json());',
    ].join('\n'),
};

/** The same call in every tab's language. */
export function requests(call: Call): string {
  return (Object.keys(tabs) as (keyof typeof tabs)[])
    .map((language) => fence(language, writers[language](call)))
    .join('\n');
}

/** @param count of its fields */
export function record(random: Random, count: number): Record<string, unknown> {
  const made: Record<string, unknown> = { id: random.between(1, 99999) };
  for (let index = 0; index < count; index++) {
    const field = random.pick(fields);
    made[field] = field.endsWith('_at')
      ? moment(random)
      : field === 'in_stock'
        ? random.next() < 0.5
        : /amount|total|discount|minimum/.test(field)
          ? `${random.between(1, 900)}.${random.between(10, 99)}`
          : /quantity|limit|weight|parent/.test(field)
            ? random.between(0, 500)
            : field === 'metadata'
              ? [
                  {
                    id: random.between(1, 9999),
                    key: `_${random.pick(fields)}`,
                    value: random.hex(12),
                  },
                ]
              : field === 'address'
                ? {
                    street: `${random.between(1, 200)} Main Street`,
                    city: 'Springfield',
                    postcode: String(random.between(10000, 99999)),
                  }
                : `${field.replace('_', ' ')} ${random.hex(6)}`;
  }
  return made;
}

export const answer = (value: unknown) => fence('json', json(value));
