/** Labels of the parts of a reference; in English where nothing else is said. */

export const labels = {
  path_parameters: 'Path parameters',
  query_parameters: 'Query parameters',
  query_string: 'Query string',
  headers: 'Headers',
  cookies: 'Cookies',
  body: 'Body',
  payload: 'Payload',
  responses: 'Responses',
  server: 'Server',
  servers: 'Servers',
  schemas: 'Schemas',
  webhooks: 'Webhooks',
  authentication: 'Authentication',
  one_of: 'One of',
  any_of: 'Any of',
  and_one_of: 'And one of',
  and_any_of: 'And any of',
  also_required: 'Also required:',
  callback: 'Callback',
  links: 'Links',
  required: 'Required',
};

export type Labels = typeof labels;
