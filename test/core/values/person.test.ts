import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initials, readableName, shortLabels, shortName } from '../../../src/core/values/person.ts';

describe('readableName', () => {
  it.each([
    ['RESTREPO MUÑOZ ANA LUCÍA', 'Restrepo Muñoz Ana Lucía'],
    ['COM-JUAN PÉREZ', 'COM-Juan Pérez'],
    ['DE LA CRUZ MARÍA DEL MAR', 'De la Cruz María del Mar'],
    ['Ana de la Torre', 'Ana de la Torre'],
    ['12345', '12345'],
  ])('shows %s as %s', (name, shown) => {
    expect(readableName(name)).toBe(shown);
  });
});

describe('initials', () => {
  it('gives each word its letter', () => {
    expect([initials('Ana Lucía Restrepo'), initials('12')]).toEqual(['A. L. R.', '—']);
  });
});

describe('shortName', () => {
  it.each([
    ['Restrepo Muñoz Ana Lucía', 'Restrepo M. Ana L.'],
    ['Ana Lucía Restrepo Muñoz', 'Ana L. Restrepo M.'],
    ['Echeverri Sepúlveda Begoña', 'Echeverri S. Begoña'],
    ['Supercalifragilisticoespialidoso', 'Supercalifragilisti…'],
    ['Ana Ríos', 'Ana Ríos'],
  ])('shortens %s to %s', (name, short) => {
    expect(shortName(name, 20)).toBe(short);
  });
});

describe('shortLabels', () => {
  it('keeps every label within its length and different from the others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Restrepo Muñoz Ana Lucía', 'Restrepo Mesa Ana Luisa', 'X'), { maxLength: 30 }),
        (names) => {
          const labels = shortLabels(names, 20);
          expect(new Set(labels).size).toBe(names.length);
          for (const label of labels) expect(Array.from(label).length).toBeLessThanOrEqual(20);
        },
      ),
    );
  });
});
