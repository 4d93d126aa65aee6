/** Answers of an operation. */
import type { Link, Response } from '../model.ts';
import { entries, field, isInternal, isMap, type Node, text } from '../files/description-file.ts';
import { valueText } from '../schema/enums.ts';
import type { ReadContext } from './context.ts';
import { headersOf, mediaTypesOf } from './content.ts';
import { serverOf } from './server.ts';
import { swaggerMedia } from './swagger.ts';

export function responsesOf(operation: Node, context: ReadContext): Response[] {
  return entries(context.references.follow(field(operation, 'responses'))).flatMap(
    ([status, value]) => {
      if (status.startsWith('x-')) return [];
      // What cannot be found is still an answer that is given.
      const node = context.references.follow(value) ?? { ...value, value: {} };
      if (isInternal(node)) return [];
      return [
        {
          status,
          summary: text(node, 'summary') || text(node, 'x-summary'),
          description: text(node, 'description'),
          headers: headersOf(node, context),
          media: context.isTwo
            ? swaggerMedia(node, operation, context)
            : mediaTypesOf(node, context),
          links: linksOf(node, context),
        },
      ];
    },
  );
}

function linksOf(response: Node, context: ReadContext): Link[] {
  return entries(context.references.follow(field(response, 'links'))).flatMap(([name, value]) => {
    const node = context.references.follow(value);
    if (!node || !isMap(node.value) || isInternal(node)) return [];
    const [operationId, operationRef] = [text(node, 'operationId'), text(node, 'operationRef')];
    const server = field(node, 'server');
    const body = field(node, 'requestBody');
    const shownServer = server && serverOf(server);
    return [
      {
        name,
        description: text(node, 'description'),
        ...(operationId && { operationId }),
        ...(operationRef && { operationRef }),
        parameters: entries(field(node, 'parameters')).map(([key, inner]): [string, string] => [
          key,
          valueText(inner.value),
        ]),
        ...(body && { body: valueText(body.value) }),
        ...(shownServer && { server: shownServer }),
      },
    ];
  });
}
