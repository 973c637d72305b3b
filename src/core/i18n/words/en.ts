import { buttons, compare, loading, sharing, trust } from './en/card.ts';
import { help, unclear } from './en/command.ts';
import { problems } from './en/problems.ts';
import { access, check, home, status } from './en/screens.ts';
import type { Words } from './wording.ts';

export const en = {
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
