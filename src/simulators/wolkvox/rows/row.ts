export type Row = Record<string, string>;

/** Rows that were counted before they are made, so that a huge answer is never held whole. */
export interface Rows {
  readonly count: number;
  readonly each: Iterable<unknown>;
}

export function listed(rows: readonly unknown[]): Rows {
  return { count: rows.length, each: rows };
}

export function firstOf(rows: Rows, count: number): Rows {
  function* cut(): Generator {
    let given = 0;
    for (const row of rows.each) {
      if (given >= count) return;
      given += 1;
      yield row;
    }
  }
  return { count, each: cut() };
}

function grouped(text: string): string {
  return text.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

export function money(cents: number): string {
  const whole = grouped(String(Math.floor(cents / 100)));
  const rest = String(cents % 100).padStart(2, '0');
  return cents < 100 ? `${whole}.${rest}00` : `${whole}.${rest}`;
}

export function percentage(share: number): string {
  if (share === 0) return '0 %';
  const [whole, rest] = (share * 100).toFixed(2).split('.');
  return `${grouped(whole ?? '0')}.${rest ?? '00'} %`;
}
