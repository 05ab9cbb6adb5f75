/**
 * So much later than its moment the timer has done what it must: it comes by seldom where nobody
 * does anything, and may be in trouble when it does.
 */
export const SLACK = 48 * 3_600_000
