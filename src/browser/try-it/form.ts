/** The form of one operation: its groups of fields, and the request that they make. */
import {
  buildRequest,
  type FormRequest,
  type TypedValues,
} from '../../shared/request/build-request.ts';
import { holeValues } from '../../shared/request/hole-values.ts';
import type { TryItOperation } from '../../shared/request/try-it.ts';
import { authenticationOf } from './authentication.ts';
import { type BodyFields, bodyFields } from './body-fields.ts';
import type { Credentials, Secret } from './credentials.ts';
import { chooser, element } from './element.ts';
import { formField, type FormField } from './field.ts';
import { originOf, serverChoice } from './servers.ts';
import type { Say } from './words.ts';

export interface RequestForm {
  groups: HTMLElement[];
  /** Shows what is wrong. @returns the first field that is */
  firstWrong(): FormField | undefined;
  /** What is put into the holes of samples. */
  holes(): Map<string, string>;
  request(): FormRequest;
}

/** Headers that a page cannot set (Fetch, 2.2.2). */
const forbidden = new RegExp(
  `^(${[
    'accept-charset|accept-encoding|connection|content-length|cookie2?|date|dnt|expect|host',
    'keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|user-agent|via|proxy-.*|sec-.*',
  ].join('|')})$`,
  'i',
);

/** @param onChange called when a choice has changed what the form says */
export function requestForm(
  operation: TryItOperation,
  credentials: Credentials,
  say: Say,
  onChange: () => void,
): RequestForm {
  const groups: HTMLElement[] = [];
  const group = (name: string, ...children: (Node | undefined)[]): void => {
    groups.push(element('fieldset', {}, element('legend', {}, say(name)), ...children));
  };
  let authentication: ReturnType<typeof authenticationOf>;
  const server = serverChoice(operation.servers, say, () => {
    authentication?.show();
    onChange();
  });
  groups.push(server.group);
  authentication = authenticationOf(operation.security ?? [], credentials, say, () =>
    originOf(server.url()),
  );
  if (authentication) groups.push(authentication.group);

  const parameters = operation.parameters.map((parameter) => {
    const { in: place, name } = parameter;
    const refused = place === 'cookie' || (place === 'header' && forbidden.test(name));
    const note = refused ? say(`${place}_refused`) : undefined;
    const required = parameter.required && !note;
    return { parameter, field: formField({ ...parameter, required, note }, say) };
  });
  for (const place of ['path', 'query', 'header', 'cookie']) {
    const rows = parameters.filter(({ parameter }) => parameter.in === place);
    if (rows.length) group(place, ...rows.map(({ field }) => field.row));
  }

  const { bodies } = operation;
  let body: BodyFields | undefined;
  if (bodies) {
    const rows = element('div');
    const show = (index: number): void => {
      body = bodyFields(bodies[index]!, say);
      rows.replaceChildren(...body.fields.map(({ row }) => row));
      onChange();
    };
    group(
      'body',
      chooser(
        say('media'),
        bodies.map(({ type }) => type),
        show,
      ),
      rows,
    );
  }

  const values = (secrets: Secret[] = []): TypedValues => ({
    server: server.url(),
    parameters: [
      ...parameters.map(({ parameter, field }) => [parameter, field.text()] as const),
      ...secrets,
    ],
    ...(body && { body: { described: body.described, typed: body.typed() } }),
  });
  return {
    groups,
    firstWrong: () =>
      [
        ...server.fields(),
        ...(authentication?.fields() ?? []),
        ...parameters.map(({ field }) => field),
        ...(body?.fields ?? []),
      ].filter((field) => !field.check())[0],
    holes: () => holeValues(values()),
    request: () => buildRequest(operation, values(authentication?.read())),
  };
}
