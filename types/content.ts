/** The platform's check: under way, passed, or held back until staff decides. Neighbours see only what passed. */
export const CONTENT_STATES = ['checking', 'passed', 'held'] as const
export type ContentState = (typeof CONTENT_STATES)[number]
