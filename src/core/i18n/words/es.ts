import { buttons, compare, loading, sharing, trust } from './es/card.ts';
import { help, unclear } from './es/command.ts';
import { problems } from './es/problems.ts';
import { access, check, home, status } from './es/screens.ts';
import type { Words } from './wording.ts';

export const es = {
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
