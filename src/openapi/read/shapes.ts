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

/** Fields that may be anything, or that nothing is asked of here. */
const any = (names: string): Record<string, Shape> =>
  Object.fromEntries(names.split(' ').map((name) => [name, 'any']));

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
  ...any(
    'items additionalItems unevaluatedProperties unevaluatedItems if then else contains contentSchema ' +
      'propertyNames prefixItems dependentSchemas dependentRequired dependencies definitions const ' +
      'title description format default example examples deprecated readOnly writeOnly nullable ' +
      'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern ' +
      'contentMediaType contentEncoding minItems maxItems uniqueItems minContains maxContains ' +
      'minProperties maxProperties discriminator xml externalDocs id $id $schema $anchor $defs $ref ' +
      '$dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef $comment $vocabulary',
  ),
};
const content = { schema: 'schema', content: '{media}' };

const path = {
  ...servers,
  parameters: '[parameter]',
  ...Object.fromEntries(
    ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'].map((method) => [
      method,
      'operation',
    ]),
  ),
  additionalOperations: '{operation}',
  'x-additionalOperations': '{operation}',
  ...any('summary description $ref'),
};

/**
 * Whether a key is an address or an expression for one (OpenAPI 3, “Runtime Expressions”), as those of
 * callbacks are.
 */
export const isAddress = (key: string): boolean => /^(?:\{\$|https?:|\/)/.test(key);

/** Fields of each object. */
export const shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  root: {
    ...any('openapi swagger $self jsonSchemaDialect externalDocs host basePath'),
    ...servers,
    info: 'info',
    paths: '{path}',
    webhooks: '{webhook}',
    'x-webhooks': '{webhook}',
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
  info: {
    ...any('title summary description termsOfService version'),
    contact: '{any}',
    license: '{any}',
  },
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
  path,
  webhook: path,
  operation: {
    ...any('summary description externalDocs operationId deprecated'),
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
  parameter: {
    ...schemaWords,
    // Where a parameter is its own schema, `required` is not the schema's.
    ...any('name in required style explode allowReserved allowEmptyValue collectionFormat'),
    ...content,
  },
  body: { ...any('description required $ref'), content: '{media}' },
  response: {
    ...any('summary description examples $ref'),
    ...content,
    headers: '{parameter}',
    links: '{link}',
  },
  link: { parameters: '{any}' },
  media: {
    ...any('example examples prefixEncoding itemEncoding $ref'),
    schema: 'schema',
    itemSchema: 'schema',
    encoding: '{encoding}',
  },
  encoding: { headers: '{parameter}' },
  schema: schemaWords,
};

/** Objects that have no other fields but extensions: another one may be misspelt. */
export const closed: ReadonlySet<Shape> = new Set(
  'root info operation components parameter body response media schema'.split(' '),
);
