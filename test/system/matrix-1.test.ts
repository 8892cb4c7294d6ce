import { tryPart } from './matrix'

describe('who may do what, part 1: every action × every role × every relation', () => {
  tryPart(1)
})
