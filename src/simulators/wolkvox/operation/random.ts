export interface Random {
  unit(): number;
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<Item>(list: readonly [Item, ...Item[]]): Item;
  waiting(mean: number): number;
  skewed(median: number, sigma: number): number;
}

function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  }
  return value >>> 0;
}

export function seededRandom(...parts: readonly (string | number)[]): Random {
  let state = hash(parts.join('|'));
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    between: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (share) => unit() < share,
    pick: (list) => list[Math.floor(unit() * list.length)] ?? list[0],
    waiting: (mean) => -mean * Math.log(1 - unit()),
    skewed: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}
