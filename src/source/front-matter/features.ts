/** Keys that name or switch on a feature, or say more of it in a map. */
import {
  boolean,
  choose,
  integer,
  isMapping,
  mapWith,
  text,
  textLike,
  textOr,
  texts,
  url,
} from './value-types.ts';

const openApiExpected = 'a file, or a map of `file` and options';
const openApiMap = mapWith(
  {
    file: text('openapi.yaml'),
    /** Files of OpenAPI Overlays, in the order in which they apply. */
    overlays: texts('a list of files', 'overlay.yaml'),
    /** The tags to show, in this order; all if left out. */
    tags: texts('a list of tags', 'Orders'),
    /** How deep schemas are written out. */
    depth: integer(1, 9),
    /** Languages of the generated samples. */
    samples: texts('a list of languages', 'shell'),
    /** The server's URL in samples. */
    server: url,
    /** What relative links in descriptions are relative to. */
    links_base: url,
  },
  openApiExpected,
  '{file: openapi.yaml}',
);
export const openApi = textOr(openApiMap).meta({ expected: openApiExpected });

const tryItExpected = 'true or false, or a map of options';
const tryItMap = mapWith(
  {
    server: url,
    auth: text('bearer'),
    /** Whether methods that change things ask first. */
    confirm: boolean,
    /** Whether cookies that the browser has of the server go with a request. */
    credentials: boolean,
  },
  tryItExpected,
  '{server: https://sandbox.example.com}',
);
type TryIt = boolean | typeof tryItMap._zod.output;
export const tryIt = choose<TryIt>((value) => (isMapping(value) ? tryItMap : boolean)).meta({
  expected: tryItExpected,
});

export const titlePattern = textLike('text with `%s` in it', "'%s · My API'", (text) =>
  text.includes('%s'),
);

const bannerExpected = 'text, or `{text, href, until}`';
const date = textLike('a date', '2027-01-31', (text) => /^\d{4}-\d\d-\d\d$/.test(text));
export const banner = textOr(
  mapWith({ text: text('We move'), href: url, until: date }, bannerExpected, '{text: We move}'),
).meta({ expected: bannerExpected });
