/** Requests that nobody would write, as arbitraries of fast-check. */
import fc from 'fast-check';
import type { Body, Field, HttpRequest, TextPart } from '../../src/samples/request/http-request.ts';
import { encodePathValue, encodeQueryValue } from '../../src/shared/percent-encoding.ts';
import { normalizeJson } from '../../src/samples/json-layout.ts';

const word = fc.stringMatching(/^[a-z](?:[a-z0-9_-]{0,6}[a-z])?$/);

/** Text of characters that end literals, begin code in them, or are odd in some language. */
export const oddText = fc.string({
  unit: fc.constantFrom(
    ...`'"\`\\\${}#@%()<>&;:,=?!/*+~-_. \n\tx1`,
    ...[
      'é',
      '東',
      '🎲',
      '\u2028',
      '"""',
      "'''",
      '\\n',
      '\\u0041',
      '$(id)',
      '#{1}',
      '${1}',
      '\nJSON',
    ],
    ...['\nTEXT', '\nXML\n', '  ', '\n\n', '*/', '?>', '{{x}}', '%s', '/'],
  ),
  maxLength: 12,
});

const oddLine = oddText.map((text) => text.replaceAll(/\n/g, ' ').trim());
const headerValue = oddLine.map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').trim());

const jsonValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oddText,
    fc.constantFrom(null, true, false, 0, 1, -7, 12.5, 0.001, 1e21, 123456789012),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(word, oddText, fc.constant('12')), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const field: fc.Arbitrary<Field> = fc.record({
  name: oddLine.map((name) => name || 'a'),
  value: fc.tuple(oddText),
});

const part: fc.Arbitrary<TextPart> = fc.record(
  { name: word, value: fc.tuple(oddLine), type: fc.constantFrom('application/json', 'text/csv') },
  { requiredKeys: ['name', 'value'] },
);

const bodies: fc.Arbitrary<Body> = fc.oneof(
  fc.constant<Body>({ kind: 'none' }),
  fc.tuple(jsonValue, fc.constantFrom(0, 2, 4)).map(
    ([value, indent]): Body => ({
      kind: 'json',
      type: 'application/json',
      text: normalizeJson([JSON.stringify(value, null, indent)]),
    }),
  ),
  fc
    .tuple(oddText, fc.constantFrom('text/plain', 'application/xml'))
    .map(([text, type]): Body => ({ kind: 'text', type, text: [`<a>\n${text}\n</a>`] })),
  fc
    .array(field, { minLength: 1, maxLength: 4 })
    .map((fields): Body => ({ kind: 'form', type: 'application/x-www-form-urlencoded', fields })),
  fc
    .array(part, { minLength: 1, maxLength: 3 })
    .map((parts): Body => ({ kind: 'multipart', parts })),
  fc.constant<Body>({ kind: 'binary', type: 'image/png', file: ['photo.png'] }),
);

/** A request without holes. */
export const randomRequest: fc.Arbitrary<HttpRequest> = fc.record({
  method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE'),
  origin: fc.constant(['https://api.example.com']),
  path: fc
    .array(oddLine, { maxLength: 3 })
    .map((segments) => [`/${segments.map((segment) => encodePathValue(`x${segment}`)).join('/')}`]),
  query: fc.array(
    fc.record({
      name: word,
      value: fc.tuple(oddLine.map(encodeQueryValue)),
    }),
    { maxLength: 3 },
  ),
  headers: fc
    .uniqueArray(word, { maxLength: 3 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc.record({ name: fc.constant(`X-${name}`), value: fc.tuple(headerValue) }),
        ),
      ),
    ),
  cookies: fc.uniqueArray(
    fc.record({ name: word, value: fc.tuple(oddLine.map(encodeQueryValue)) }),
    { maxLength: 2, selector: ({ name }) => name },
  ),
  authorization: fc.constantFrom<HttpRequest['authorization']>(
    undefined,
    { kind: 'bearer', token: ['sk_test/+=='] },
    { kind: 'basic', user: ["a'd$a"], password: ['p:"`#{x}\\'] },
  ),
  body: bodies,
}) as fc.Arbitrary<HttpRequest>;
