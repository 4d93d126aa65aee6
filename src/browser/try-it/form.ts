/** The form of one operation: its groups of fields, and the request that they make. */
import type { TypedValues } from '../../shared/request/build-request.ts';
import { buildRequest, holeValues, parameterHoles } from '../../shared/request/build-request.ts';
import { type FetchArguments, fetchArguments } from '../../shared/request/fetch-arguments.ts';
import type { ParameterValue } from '../../shared/request/parameter.ts';
import type { TryItOperation, TryItScheme } from '../../shared/request/try-it.ts';
import { valueOf } from '../../shared/request/typed-value.ts';
import { type BodyFields, bodyFields } from './body-fields.ts';
import { type Credentials, type SchemeFields, schemeFields } from './credentials.ts';
import { element } from './element.ts';
import { formField, type FormField } from './field.ts';
import { serverChoice } from './servers.ts';
import type { Say } from './words.ts';

export interface RequestForm {
  groups: HTMLElement[];
  /** Shows what is wrong. @returns the first field that is */
  firstWrong(): FormField | undefined;
  /** What is put into the holes of samples. */
  holes(): Map<string, string>;
  request(): FetchArguments;
}

/** Headers that a page cannot set (Fetch, 2.2.2) or that OpenAPI has fetched from elsewhere. */
const forbidden = new RegExp(
  `^(${[
    'accept-charset|accept-encoding|connection|content-length|cookie2?|date|dnt|expect|host',
    'keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|user-agent|via|proxy-.*|sec-.*',
  ].join('|')})$`,
  'i',
);

const places = ['path', 'query', 'header', 'cookie'] as const;

/** @param onChange called when a choice has changed what the form says */
export function requestForm(
  operation: TryItOperation,
  credentials: Credentials,
  say: Say,
  onChange: () => void,
): RequestForm {
  const groups: HTMLElement[] = [];
  const group = (name: string, ...children: (Node | undefined)[]): HTMLElement => {
    const made = element('fieldset', {}, element('legend', {}, name), ...children);
    groups.push(made);
    return made;
  };

  let authentication: AuthenticationGroup | undefined;
  const server = serverChoice(operation.servers, say, () => authentication?.show());
  groups.push(server.group);
  authentication = authenticationOf(operation.security ?? [], credentials, say, () =>
    originOf(server.url()),
  );
  if (authentication) groups.push(authentication.group);

  const parameters = [...parameterHoles(operation.parameters)].map(([hole, parameter]) => {
    const refused = parameter.in === 'header' && forbidden.test(parameter.name);
    const note =
      parameter.in === 'cookie'
        ? say('cookie_refused')
        : refused
          ? say('header_refused')
          : undefined;
    const required = (parameter.required ?? false) && !note;
    const field = formField({ ...parameter, required, ...(note && { note }) }, say);
    return { hole, parameter, field };
  });
  for (const place of places) {
    const rows = parameters.filter(({ parameter }) => parameter.in === place);
    if (rows.length) group(say(place), ...rows.map(({ field }) => field.row));
  }

  const { bodies = [] } = operation;
  let body: BodyFields | undefined;
  if (bodies.length) {
    const types = bodies.map(({ type }, index) => element('option', { value: index }, type));
    const choice = element('select', { 'aria-label': say('media') }, ...types);
    const rows = element('div', {});
    const show = (): void => {
      body = bodyFields(bodies[choice.selectedIndex] ?? bodies[0]!, say);
      rows.replaceChildren(...body.fields.map(({ row }) => row));
    };
    choice.addEventListener('change', () => {
      show();
      onChange();
    });
    show();
    group(say('body'), bodies.length > 1 ? choice : undefined, rows);
  }

  function values(): { described: Parameters<typeof buildRequest>[0]; typed: TypedValues } {
    const form = body?.read();
    const secrets = authentication?.read() ?? { parameters: [], values: [] };
    const typed = new Map<string, ParameterValue>(secrets.values);
    for (const { hole, parameter, field } of parameters)
      if (field.text()) typed.set(hole, valueOf(parameter, field.text()));
    return {
      described: {
        method: operation.method,
        path: operation.path,
        parameters: [...operation.parameters, ...secrets.parameters],
        ...(form && { body: form.described }),
      },
      typed: {
        server: server.url(),
        parameters: typed,
        ...(form?.body !== undefined && { body: form.body }),
        ...(form?.fields && { fields: form.fields }),
        ...(secrets.authorization && { authorization: secrets.authorization }),
      },
    };
  }

  const fields = (): FormField[] => [
    ...server.fields(),
    ...(authentication?.fields() ?? []),
    ...parameters.map(({ field }) => field),
    ...(body?.fields ?? []),
  ];
  return {
    groups,
    firstWrong: () => fields().filter((field) => !field.check())[0],
    holes() {
      const { described, typed } = values();
      const own = { ...described, parameters: operation.parameters };
      return holeValues(own, typed).set('//', typed.server);
    },
    request() {
      const { described, typed } = values();
      return fetchArguments(buildRequest(described, typed), body?.read().files);
    },
  };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

interface AuthenticationGroup extends Pick<SchemeFields, 'read'> {
  group: HTMLElement;
  fields(): FormField[];
  /** For another server, what is known of that one. */
  show(): void;
}

function authenticationOf(
  alternatives: readonly TryItScheme[][],
  credentials: Credentials,
  say: Say,
  origin: () => string,
): AuthenticationGroup | undefined {
  if (!alternatives.some((schemes) => schemes.length)) return undefined;
  const names = alternatives.map(
    (schemes) => schemes.map(({ name }) => name).join(' + ') || say('auth_none'),
  );
  const choice = element(
    'select',
    { 'aria-label': say('auth') },
    ...names.map((name, index) => element('option', { value: index }, name)),
  );
  const keep = element('input', { type: 'checkbox' });
  keep.checked = credentials.keep;
  keep.addEventListener('change', () => {
    credentials.keep = keep.checked;
    credentials.save();
  });
  const keeping = element('label', { class: 'try-keep' }, keep, ` ${say('keep')}`);
  const rows = element('div', {});
  let current: SchemeFields;
  const show = (): void => {
    const schemes = alternatives[choice.selectedIndex] ?? alternatives[0]!;
    current = schemeFields(schemes, origin(), credentials, say);
    rows.replaceChildren(...current.rows);
    keeping.hidden = !current.fields.length;
  };
  choice.addEventListener('change', show);
  show();
  const legend = element('legend', {}, say('auth'));
  const chooser = alternatives.length > 1 ? [choice] : [];
  const group = element('fieldset', {}, legend, ...chooser, rows, keeping);
  return { group, show, read: () => current.read(), fields: () => current.fields };
}
