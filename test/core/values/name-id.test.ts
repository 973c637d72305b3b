import { describe, expect, it } from 'vitest';
import { idOfName } from '../../../src/core/values/name-id.ts';

describe('the id that a name gives', () => {
  it.each([
    ['Resumen de la mañana', 'resumen-de-la-manana'],
    ['  ¡Abandono > 12 %!  ', 'abandono-12'],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('is what a person could type: %s', (name, id) => {
    expect(idOfName(name, 'digest')).toBe(id);
  });

  it.each(['', '¿?', '汉字'])('is the other one where nothing of the name can be typed: "%s"', (name) => {
    expect(idOfName(name, 'alert')).toBe('alert');
  });
});
