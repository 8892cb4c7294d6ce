import { cloudDeps } from '../api/environment'
import { createJobs } from './handler'

/** Entry of the timer function `jobs`. */
export const main = createJobs(cloudDeps())
