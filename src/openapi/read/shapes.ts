/**
 * What OpenAPI 2.0 to 3.2 has as a list, a map or text, as far as it is read here. What may be several
 * things (`examples`, the `items` of a tuple) is left to who reads it.
 */

/**
 * `[x]`: a list of it, `{x}`: a map of names to it; `text`, which a number or boolean may be, too;
 * `texts`, one or a list of them; `any`;
 * else an object of this table, by its name.
 */
export type Shape = string;

const servers = { servers: '[server]' };
const schemaWords = {
  type: 'texts',
  properties: '{schema}',
  patternProperties: '{schema}',
  required: '[text]',
  enum: '[any]',
  allOf: '[schema]',
  anyOf: '[schema]',
  oneOf: '[schema]',
  not: 'schema',
  additionalProperties: 'schema',
  discriminator: 'any',
};
const content = { schema: 'schema', content: '{media}' };

/** Fields of each object. */
export const shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  root: {
    ...servers,
    info: 'info',
    paths: '{path}',
    webhooks: '{path}',
    components: 'components',
    security: '[security]',
    tags: '[tag]',
    definitions: '{schema}',
    parameters: '{parameter}',
    responses: '{response}',
    securityDefinitions: '{scheme}',
    schemes: '[text]',
    consumes: '[text]',
    produces: '[text]',
    'x-tagGroups': '[group]',
  },
  group: { tags: '[text]' },
  info: { contact: '{any}', license: '{any}' },
  server: { variables: '{variable}' },
  variable: { enum: '[text]' },
  tag: {},
  security: {},
  scheme: { flows: '{flow}', scopes: '{any}' },
  flow: { scopes: '{any}' },
  components: {
    schemas: '{schema}',
    responses: '{response}',
    parameters: '{parameter}',
    requestBodies: '{body}',
    headers: '{parameter}',
    securitySchemes: '{scheme}',
    links: '{link}',
    callbacks: '{callback}',
    pathItems: '{path}',
    mediaTypes: '{media}',
  },
  path: {
    ...servers,
    parameters: '[parameter]',
    ...Object.fromEntries(
      ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'].map(
        (method) => [method, 'operation'],
      ),
    ),
    additionalOperations: '{operation}',
    'x-additionalOperations': '{operation}',
    summary: 'any',
    description: 'any',
    $ref: 'any',
  },
  operation: {
    ...servers,
    tags: '[text]',
    parameters: '[parameter]',
    requestBody: 'body',
    responses: '{response}',
    callbacks: '{callback}',
    security: '[security]',
    schemes: '[text]',
    consumes: '[text]',
    produces: '[text]',
  },
  callback: {},
  parameter: { ...content, enum: '[any]' },
  body: { content: '{media}' },
  response: { ...content, headers: '{parameter}', links: '{link}' },
  link: { parameters: '{any}' },
  media: { schema: 'schema', itemSchema: 'schema', encoding: '{encoding}' },
  encoding: { headers: '{parameter}' },
  schema: schemaWords,
};
