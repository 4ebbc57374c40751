/** The colours of badges. White and `soft` are read on `ground`, so both have good contrast there (a test measures it). */

export interface Palette {
  /** Behind the words. */
  ground: string;
  /** The pattern, from dark to light. */
  tints: readonly [string, string, string];
  /** Lines, the emblem, single tiles. */
  accent: string;
  /** The issuer's name. */
  soft: string;
}

export const palettes: readonly [Palette, ...Palette[]] = [
  { ground: '#10284f', tints: ['#1b4079', '#2f64ad', '#7ea9dc'], accent: '#f2b93b', soft: '#d5e3f5' },
  { ground: '#0a3f45', tints: ['#11606a', '#1f8a8c', '#7cc8bd'], accent: '#f6cf6b', soft: '#d3ecea' },
  { ground: '#173d27', tints: ['#24603c', '#3f8c57', '#a3cf9b'], accent: '#f0c857', soft: '#dbeedd' },
  { ground: '#3d1645', tints: ['#5f2769', '#8a4594', '#c797cf'], accent: '#f5bd72', soft: '#efdff2' },
  { ground: '#511323', tints: ['#7c2136', '#b03d52', '#e09a9c'], accent: '#f3c583', soft: '#f7e0e0' },
  { ground: '#28265f', tints: ['#3f3c91', '#625fc4', '#aaa8ec'], accent: '#ffd166', soft: '#e3e2fa' },
  { ground: '#232d38', tints: ['#3a4958', '#5d7387', '#a8bac9'], accent: '#ffa95c', soft: '#e0e7ed' },
  { ground: '#4a260d', tints: ['#743f17', '#a9672c', '#deb07c'], accent: '#ffd98a', soft: '#f6e7d6' },
];
