/** An answer as it is shown: status, time, size, headers, body. */
import { element, textFrame } from '../element.ts';
import { jsonView } from './json-view.ts';
import type { Answer } from '../send.ts';
import type { Say } from '../words.ts';

/** Characters of a text that are shown at once. */
const MAX_SHOWN = 100_000;

/** `1.2 kB` */
export const sizeText = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1e6
      ? `${(bytes / 1000).toFixed(1)} kB`
      : `${(bytes / 1e6).toFixed(1)} MB`;

export function answerView(answer: Answer, say: Say): HTMLElement[] {
  const { headers, bytes, redirected, ended } = answer;
  return [
    statusLine(answer),
    ...(redirected ? [element('p', { class: 'try-note' }, say('redirected', redirected))] : []),
    ...(ended ? [element('p', { class: 'try-failure' }, say(`ended_${ended}`))] : []),
    folded(say('header'), headerList(headers), headers.length),
    ...(bytes.length ? bodyView(answer, say) : [element('p', { class: 'try-note' }, say('empty'))]),
  ];
}

function statusLine({ status, statusText, time, bytes }: Answer): HTMLElement {
  return element(
    'p',
    { class: 'try-status', 'data-class': Math.floor(status / 100) },
    element('strong', {}, `${status} ${statusText}`.trim()),
    element('span', {}, `${Math.round(time)} ms`),
    element('span', {}, sizeText(bytes.length)),
  );
}

export function folded(title: string, inside: HTMLElement, count?: number): HTMLElement {
  const more = count === undefined ? [] : [' ', element('span', { class: 'try-kind' }, `${count}`)];
  return element('details', { class: 'try-fold' }, element('summary', {}, title, ...more), inside);
}

const headerList = (headers: [string, string][]): HTMLElement =>
  element(
    'dl',
    { dir: 'ltr' },
    ...headers.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );

function bodyView({ bytes, type, headers }: Answer, say: Say): HTMLElement[] {
  const save = download(bytes, type, fileNameOf(headers), say);
  const image = /^image\/[\w.+-]+/.exec(type)?.[0];
  if (image) return [imageOf(bytes, image), save];
  if (!isText(type, bytes)) return [save];
  const charset = /charset=["']?([\w-]+)/.exec(type)?.[1] ?? 'utf-8';
  const text = decoded(bytes, charset);
  const json = /json/.test(type) || /^\s*[[{]/.test(text) ? jsonView(text) : undefined;
  if (json) return [textFrame(say('body'), json), save];
  const shown = element('pre', {}, text.slice(0, MAX_SHOWN));
  const rest = text.length - MAX_SHOWN;
  const cut = rest > 0 ? [element('p', { class: 'try-note' }, say('shortened'))] : [];
  return [textFrame(say('body'), shown), ...cut, save];
}

function isText(type: string, bytes: Uint8Array): boolean {
  if (/^text\/|json|xml|javascript|yaml|x-www-form-urlencoded/.test(type)) return true;
  return !type && !bytes.subarray(0, 1000).includes(0);
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** As `data:`, which the page's policy has for images. Script in an image does not run. */
function imageOf(bytes: Uint8Array<ArrayBuffer>, type: string): HTMLElement {
  const image = element('img', { alt: '' });
  const reader = new FileReader();
  reader.onload = () => {
    image.src = String(reader.result);
  };
  reader.readAsDataURL(new Blob([bytes], { type }));
  return element('div', { class: 'try-image' }, image);
}

function download(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  name: string,
  say: Say,
): HTMLElement {
  const link = element('a', { class: 'try-download', href: '#', download: name }, say('download'));
  // Made when it is wanted, and as plain bytes: opened in a tab, an answer would be a page here.
  link.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
    link.href = url;
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  });
  return element('p', {}, link, ` ${type.split(';')[0] ?? ''}`);
}

function fileNameOf(headers: [string, string][]): string {
  const disposition = headers.find(([name]) => name === 'content-disposition')?.[1] ?? '';
  const name = /filename="?([^";]+)/i.exec(disposition)?.[1] ?? 'response';
  return name.replace(/[\\/]/g, '_');
}
