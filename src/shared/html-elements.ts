/** Names of HTML's elements. In a Slate text any other tag is text: `<ID>`, `Map<string>`. */

const words = (text: string): Set<string> => new Set(text.split(' '));

/** In running text: those that may stand in a paragraph, and hold it or stand alone. */
const phrasing = words(
  'a abbr acronym b bdi bdo big blink button cite code data del dfn em font i img input ins kbd label map mark meter nobr noscript object output picture progress q ruby rb rp rt rtc s samp script select slot small span strike strong sub sup svg math textarea time tt u var video audio canvas iframe embed br wbr',
);
const others = words(
  'address area article aside base basefont blockquote caption center col colgroup datalist dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li link main marquee menu meta nav ol optgroup option p param pre search section source style summary table tbody td tfoot th thead tr track ul',
);
const empty = words(
  'area base basefont br col embed hr img input link meta param source track wbr',
);
/** Their end tag may be left out. */
const closing = words(
  'p li dt dd tr td th tbody thead tfoot colgroup caption option optgroup rp rt rb rtc',
);
/** Words of API texts that happen to be elements: without attributes and an end tag they are placeholders. */
const likelyText = words(
  'address area article base basefont button canvas caption cite col command data datalist dialog dir embed figure footer form header input label legend link main map mark menu meta meter nav object optgroup option output param picture progress q search section select slot source style script summary template textarea time title track var video audio iframe',
);

export const isElementName = (name: string): boolean =>
  phrasing.has(name.toLowerCase()) || others.has(name.toLowerCase());
export const isPhrasing = (name: string): boolean => phrasing.has(name);
/** Has no content and no end tag. */
export const isVoid = (name: string): boolean => empty.has(name);
export const mayStayOpen = (name: string): boolean => closing.has(name);
export const isLikelyText = (name: string): boolean => likelyText.has(name);
