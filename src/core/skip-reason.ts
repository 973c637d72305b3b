/** Why a row of wolkvox is not counted; in the order in which a reader is told. */
export const SKIP_REASONS = ['total', 'pseudo', 'unreadable', 'blank', 'duplicate', 'other'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
