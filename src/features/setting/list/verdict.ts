/** What can be said to a change that waits: the second person agrees or not, the first takes it back. */
export type Verdict = 'approve' | 'refuse' | 'takeBack'
