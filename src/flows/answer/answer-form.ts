import type { AnswerForm } from './justify-answer.ts';

/** Hands a form that was sent to whoever knows it, by its name; one that nobody knows to `rest`. */
export function formsAnswerer(known: Readonly<Record<string, AnswerForm>>, rest: AnswerForm): AnswerForm {
  return (submission) => (known[submission.form] ?? rest)(submission);
}
