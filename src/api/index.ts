export { call, newKey } from './call'
export { Failure, type FailureCode } from './failure'
export { chooseFiles, uploadPicture, type ChosenFile } from './pictures'
