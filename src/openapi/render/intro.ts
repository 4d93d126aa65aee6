/** What stands before the first chapter: the API in its own words, servers, authentication. */
import type { Element, ElementContent, Root } from 'hast';
import { isHeading, textOf } from '../../shared/hast/text.ts';
import type { Info } from '../model.ts';
import type { RenderContext } from './context.ts';
import { type Content, docsBlocks, h, joined, link } from './hast.ts';
import { prose } from './prose.ts';
import { AUTHENTICATION_ID, securityBlocks, serverBlocks } from './security.ts';

export function renderIntro(context: RenderContext): Root {
  const { api } = context;
  const { line } = api.info.place();
  const text = prose(
    [api.info.summary, api.info.description].filter(Boolean).join('\n\n'),
    context,
    0,
    line,
  );
  const about = [
    ...aboutBlocks(api.info),
    ...docsBlocks(api.externalDocs),
    ...serverBlocks(api.servers, context),
  ];
  const security = context.authentication === undefined ? securityBlocks(api, context) : [];
  const first = text.findIndex(isHeading);
  const children =
    first < 0 ? [...text, ...about] : [...text.slice(0, first), ...about, ...text.slice(first)];
  return {
    type: 'root',
    children:
      security.length === 0
        ? children
        : withAuthentication(children, security, line, context.labels.authentication),
  };
}

/** A written and a generated “Authentication” are one, and what is generated ends it. */
function withAuthentication(
  children: ElementContent[],
  security: ElementContent[],
  line: number,
  title: string,
): ElementContent[] {
  const at = children.findIndex(
    (node) =>
      isHeading(node) &&
      /^(?:api )?(?:authentication|authorization|security)$/i.test(textOf(node).trim()),
  );
  if (at < 0)
    return [...children, h('h1', { id: AUTHENTICATION_ID, dataLine: line }, title), ...security];
  const written = children[at] as Element;
  written.properties.id = AUTHENTICATION_ID;
  const level = Number(written.tagName[1]);
  const next = children.findIndex(
    (node, index) => index > at && isHeading(node) && Number(node.tagName[1]) <= level,
  );
  const end = next < 0 ? children.length : next;
  return [...children.slice(0, end), ...security, ...children.slice(end)];
}

function aboutBlocks({ version, termsOfService, contact, license }: Info): ElementContent[] {
  const pieces: Content[][] = [];
  if (version) pieces.push([`Version ${version}`]);
  if (license?.name)
    pieces.push(['License: ', license.url ? link(license.url, license.name) : license.name]);
  if (contact && (contact.name || contact.url || contact.email)) {
    const name = contact.name || contact.url || contact.email;
    const hasAddress = contact.email !== '' && (!contact.url || contact.email !== name);
    const who = contact.url ? link(contact.url, name) : name;
    const parts: Content[][] = [
      ...(hasAddress && name === contact.email ? [] : [[who]]),
      ...(hasAddress ? [[link(`mailto:${contact.email}`, contact.email)]] : []),
    ];
    pieces.push(['Contact: ', ...joined(parts, ', ')]);
  }
  if (termsOfService) pieces.push([link(termsOfService, 'Terms of service')]);
  return pieces.length > 0 ? [h('p', {}, ...joined(pieces, ' · '))] : [];
}
