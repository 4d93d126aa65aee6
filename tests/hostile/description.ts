/** A description in OpenAPI with a payload in the place that each instance names. */
import type { Instance } from './instances.ts';

type Node = Record<string, unknown>;

interface Places {
  description: Node;
  operation: Node;
  schema: Node;
  /** Of the operation's schema among all. */
  name: string;
}

const list = (node: Node, key: string): unknown[] => (node[key] ??= []) as unknown[];
const map = (node: Node, key: string): Node => (node[key] ??= {}) as Node;

/** Place → puts a text there. */
const put: Record<string, (at: Places, text: string) => void> = {
  summary: ({ operation }, text) => (operation['summary'] = text),
  description: ({ operation }, text) => (operation['description'] = text),
  operationId: ({ operation }, text) => (operation['operationId'] = text),
  tag: ({ operation }, text) => (operation['tags'] = [text]),
  'tag description': ({ description }, text) =>
    list(description, 'tags').push({ name: `tag ${text.length}`, description: text }),
  'tag docs': ({ description }, text) =>
    list(description, 'tags').push({ name: `docs ${text.length}`, externalDocs: { url: text } }),
  'parameter name': ({ operation }, text) =>
    list(operation, 'parameters').push({ name: text, in: 'query', schema: { type: 'string' } }),
  'parameter description': ({ operation }, text) =>
    list(operation, 'parameters').push({ name: 'a', in: 'query', description: text, schema: {} }),
  'header name': ({ operation }, text) =>
    list(operation, 'parameters').push({ name: text, in: 'header', example: text, schema: {} }),
  'cookie name': ({ operation }, text) =>
    list(operation, 'parameters').push({ name: text, in: 'cookie', schema: { default: text } }),
  'operation server': ({ operation }, text) => (operation['servers'] = [{ url: text }]),
  server: ({ description }, text) => list(description, 'servers').push({ url: text }),
  'server in disguise': ({ description }, text) =>
    list(description, 'servers').push({ url: `https://a.test;${text}`, description: text }),
  'server variable': ({ description }, text) =>
    list(description, 'servers').push({
      url: 'https://{host}.test/',
      variables: { host: { default: text, enum: [text], description: text } },
    }),
  'media type': ({ operation }, text) =>
    (operation['requestBody'] = { content: { [text]: { example: text } } }),
  'example name': ({ operation }, text) =>
    (operation['requestBody'] = {
      content: { 'application/json': { examples: { [text]: { summary: text, value: text } } } },
    }),
  status: ({ operation }, text) => (map(operation, 'responses')[text] = { description: text }),
  response: ({ operation }, text) => (map(operation, 'responses')['200'] = { description: text }),
  'response header': ({ operation }, text) =>
    (map(operation, 'responses')['201'] = {
      description: 'x',
      headers: { [text]: { schema: {} } },
    }),
  link: ({ operation }, text) =>
    (map(operation, 'responses')['202'] = {
      description: 'x',
      links: { [text]: { operationId: text, description: text, parameters: { [text]: text } } },
    }),
  callback: ({ operation }, text) =>
    (operation['callbacks'] = { [text]: { [text]: { post: { summary: text, responses: {} } } } }),
  'sample language': ({ operation }, text) =>
    (operation['x-codeSamples'] = [{ lang: text, label: text, source: text }]),
  property: ({ schema }, text) => (map(schema, 'properties')[text] = { description: text }),
  enum: ({ schema }, text) =>
    (map(schema, 'properties')['e'] = { enum: [text, 'b'], default: text }),
  'enum description': ({ schema }, text) =>
    (map(schema, 'properties')['d'] = { enum: ['a'], 'x-enumDescriptions': { a: text } }),
  constraint: ({ schema }, text) =>
    (map(schema, 'properties')['c'] = { type: 'string', pattern: text, format: text }),
  type: ({ schema }, text) => (map(schema, 'properties')['t'] = { type: text, title: text }),
  'schema title': ({ schema }, text) => (schema['title'] = text),
  example: ({ schema }, text) => (schema['example'] = { [text]: text }),
  discriminator: ({ schema }, text) =>
    Object.assign(schema, {
      oneOf: [{ title: text }, { type: 'string' }],
      discriminator: { propertyName: text, mapping: { [text]: text } },
    }),
  docs: ({ operation }, text) => (operation['externalDocs'] = { url: text, description: text }),
  'security scheme': ({ description, operation }, text) => {
    map(map(description, 'components'), 'securitySchemes')[text] = {
      type: 'oauth2',
      description: text,
      flows: { implicit: { authorizationUrl: text, scopes: { [text]: text } } },
    };
    operation['security'] = [{ [text]: [text] }];
  },
  'api key': ({ description, operation }, text) => {
    const name = `key ${text.length}`;
    map(map(description, 'components'), 'securitySchemes')[name] = {
      type: 'apiKey',
      in: 'header',
      name: text,
    };
    operation['security'] = [{ [name]: [] }];
  },
  'group of tags': ({ description }, text) =>
    list(description, 'x-tagGroups').push({ name: text, tags: [text] }),
};

export const descriptionPlaces = [...Object.keys(put), 'path', 'schema', 'info'];

/** A description of one operation an instance. */
export function descriptionOf(group: Instance[]): string {
  const info: Node = { title: 'API', version: '1' };
  const description: Node = { openapi: '3.1.0', info, paths: {}, components: { schemas: {} } };
  for (const { number, where, text } of group) {
    const schema: Node = { type: 'object' };
    const name = where === 'schema' ? text : `S${number}`;
    map(map(description, 'components'), 'schemas')[name] = schema;
    const operation: Node = {
      responses: {
        default: {
          description: 'x',
          content: { 'application/json': { schema: { $ref: refTo(name) } } },
        },
      },
    };
    map(description, 'paths')[`/o${number}/${where === 'path' ? text : 'x'}`] = { post: operation };
    put[where]?.({ description, operation, schema, name }, text);
    if (where === 'info')
      Object.assign(info, {
        title: text,
        description: text,
        termsOfService: text,
        contact: { name: text, url: text, email: text },
        license: { name: text, url: text },
        'x-logo': { url: text, href: text, altText: text, backgroundColor: text },
      });
  }
  return JSON.stringify(description);
}

const refTo = (name: string): string =>
  `#/components/schemas/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
