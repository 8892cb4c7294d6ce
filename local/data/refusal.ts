/** Why an export or an import is not done, in words for whoever typed the command. */
export class DataRefusal extends Error {}
