/** A press that manages a digest: what is to be done stands behind the colon, which digest is the value. */
export const DIGEST_PRESS = 'digest';
/** A press that opens something: `add`, `edit`, `schedule`, `show`, `yaml` behind the colon. */
export const DIGEST_OPEN = 'digest-form';
/** A change in a field of the form, or a button of it. */
export const DIGEST_CHANGE = 'digest-change';
/** The form itself. */
export const DIGEST_FORM = 'digest';
