import { buttons, compare, loading, sharing, trust } from './pt/card.ts';
import { help, unclear } from './pt/command.ts';
import { problems } from './pt/problems.ts';
import { access, check, home, status } from './pt/screens.ts';
import type { Words } from './wording.ts';

export const pt = {
  problems,
  loading,
  trust,
  buttons,
  compare,
  sharing,
  unclear,
  help,
  status,
  check,
  home,
  access,
} satisfies Words;
