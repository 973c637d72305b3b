import type { ReactNode } from 'react';
import { colours } from './chart-scale.ts';
import { h, type Sight } from './sight.ts';

interface Segment {
  label: string;
  value: number;
}

function slice(from: number, to: number): string {
  const point = (share: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${(90 + 80 * Math.cos(angle)).toFixed(2)} ${(90 + 80 * Math.sin(angle)).toFixed(2)}`;
  };
  const end = Math.min(to, from + 0.9999);
  return `M90 90 L${point(from)} A80 80 0 ${end - from > 0.5 ? 1 : 0} 1 ${point(end)} Z`;
}

export function pie(segments: readonly Segment[], title: string, sight: Sight): ReactNode {
  const total = segments.reduce((sum, one) => sum + one.value, 0) || 1;
  const percent = new Intl.NumberFormat(sight.viewer.locale, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(sight.viewer.locale);
  let from = 0;
  const drawn = segments.map((one, at) => {
    const to = from + one.value / total;
    const path = h(
      'path',
      { key: one.label, d: slice(from, to), fill: colours[at], className: 'slice' },
      h('title', null, `${one.label}: ${one.value}`),
    );
    from = to;
    return path;
  });
  const legend = segments.map((one, at) =>
    h(
      'li',
      { key: one.label },
      h('i', { style: { background: colours[at] } }),
      one.label,
      h('b', null, ` ${number.format(one.value)}`),
      h('small', null, ` ${percent.format(one.value / total)}`),
    ),
  );
  const spoken = segments.map((one) => `${one.label} ${one.value}`).join(', ');
  return h(
    'div',
    { className: 'pie' },
    h('svg', { viewBox: '0 0 180 180', role: 'img', 'aria-label': `${title}. ${spoken}` }, drawn),
    h('ul', { className: 'legend' }, legend),
  );
}
