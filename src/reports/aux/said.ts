import type { Locale } from '../../core/i18n/locale.ts';
import type { Said } from './words.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';
import { pt } from './words-pt.ts';

export const said = { es, en, pt } satisfies Record<Locale, Said>;
