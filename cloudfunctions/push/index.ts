import { cloudDeps } from '../api/environment'
import { createPush } from './handler'

/** Entry of the event function `push`, to which the console of the cloud sends event / wxa_media_check. */
export const main = createPush(cloudDeps())
