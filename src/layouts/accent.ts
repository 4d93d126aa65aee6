/** The owner's accent, shaded until it can be read (WCAG AA) on the page's grounds. */

export type Rgb = [red: number, green: number, blue: number];

/** The grounds that accent stands on, and the strongest tint of it behind it (share of accent). */
const grounds = {
  light: { ground: [255, 255, 255], other: [247, 248, 248], tint: 0.1 },
  dark: { ground: [18, 24, 23], other: [14, 20, 19], tint: 0.16 },
} as const;

/** @param accent a CSS colour; one whose parts only a browser can work out stays as it is */
export function readableAccent(accent: string, ground: 'light' | 'dark'): string {
  const colour = parse(accent);
  if (!colour) return accent;
  const end = ground === 'light' ? 0 : 255;
  for (let share = 0; share <= 1; share += 0.04) {
    const shaded = mix(colour, [end, end, end], share);
    if (isReadable(shaded, ground)) return hex(shaded);
  }
  return hex([end, end, end]);
}

function isReadable(colour: Rgb, name: 'light' | 'dark'): boolean {
  const { ground, other, tint } = grounds[name];
  return [ground, other, mix([...ground], colour, tint)].every(
    (behind) => contrast(colour, [...behind] as Rgb) >= 4.5,
  );
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const mix = (from: Rgb, to: readonly number[], share: number): Rgb =>
  from.map((part, index) => part + (to[index]! - part) * share) as Rgb;

const hex = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** `#0b6e69`, `#0b6`, `rgb(11 110 105)`, `hsl(177 82% 24%)`, or a common name. */
export function parse(colour: string): Rgb | undefined {
  const text = (names[colour.toLowerCase()] ?? colour).toLowerCase();
  const digits = /^#([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (digits) {
    const parts =
      digits.length < 6
        ? [...digits].slice(0, 3).map((digit) => digit + digit)
        : digits.match(/../g)!.slice(0, 3);
    return parts.map((part) => Number.parseInt(part, 16)) as Rgb;
  }
  const [, name, inside = ''] = /^(rgb|hsl)a?\((.*)\)$/.exec(text) ?? [];
  const parts = inside
    .split(/[\s,/]+/)
    .filter(Boolean)
    .slice(0, 3)
    .map((part) => ({ value: Number.parseFloat(part), percent: part.endsWith('%') }));
  if (parts.length < 3 || parts.some(({ value }) => Number.isNaN(value))) return undefined;
  if (name === 'rgb')
    return parts.map(({ value, percent }) => (percent ? value * 2.55 : value)) as Rgb;
  return fromHsl(parts[0]!.value, parts[1]!.value / 100, parts[2]!.value / 100);
}

/** CSS Color 4, 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const part = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
    return (
      255 *
      (lightness -
        saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
    );
  };
  return [part(0), part(8), part(4)];
}

const names: Record<string, string> = {
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  crimson: '#dc143c',
  cyan: '#00ffff',
  darkblue: '#00008b',
  darkgreen: '#006400',
  darkorange: '#ff8c00',
  deeppink: '#ff1493',
  dodgerblue: '#1e90ff',
  firebrick: '#b22222',
  forestgreen: '#228b22',
  fuchsia: '#ff00ff',
  gold: '#ffd700',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  hotpink: '#ff69b4',
  indigo: '#4b0082',
  lime: '#00ff00',
  magenta: '#ff00ff',
  maroon: '#800000',
  mediumblue: '#0000cd',
  midnightblue: '#191970',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  orangered: '#ff4500',
  orchid: '#da70d6',
  pink: '#ffc0cb',
  purple: '#800080',
  rebeccapurple: '#663399',
  red: '#ff0000',
  royalblue: '#4169e1',
  seagreen: '#2e8b57',
  slateblue: '#6a5acd',
  steelblue: '#4682b4',
  teal: '#008080',
  tomato: '#ff6347',
  turquoise: '#40e0d0',
  violet: '#ee82ee',
  white: '#ffffff',
  yellow: '#ffff00',
};
