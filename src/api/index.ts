export { call, newKey } from './call'
export { serverNow } from './clock'
export { Failure, type FailureCode } from './failure'
export { chooseFiles, uploadPicture, type ChosenFile } from './pictures'
