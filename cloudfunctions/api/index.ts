import { cloudDeps } from './environment'
import { createApi } from './handler'

/** Entry of the event function `api`; made once an instance, so that the connection is kept. */
export const main = createApi(cloudDeps())
