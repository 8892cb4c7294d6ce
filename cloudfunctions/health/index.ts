import { watchDeps } from './environment'
import { createHealth } from './handler'

/** Entry of the function `health`, to which the HTTP access service of the cloud leads. */
export const main = createHealth(watchDeps())
