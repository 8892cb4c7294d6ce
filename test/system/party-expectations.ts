import {
  DISTRICT,
  EVERYBODY,
  NEIGHBOURS,
  SUBMITTER,
  TOWN,
  VILLAGE,
  except,
  inForce,
  type Expectation,
} from './groups'

const KEEPERS = inForce('village_secretary')
const NOT_KEEPERS = except(KEEPERS)
const VIEWERS_OF_PARTY = inForce('village_secretary', 'town_officer', 'district_officer')

export const PARTY_EXPECTATIONS = {
  'party.mine': { 'the own one': EVERYBODY },
  'party.posts': { 'of the own village': EVERYBODY },
  'party.checkIn': {
    // Everybody else belongs to no grid, or to one of another village.
    'with a post of the village': {
      may: [...SUBMITTER, ...NEIGHBOURS.filter((who) => who !== 'visitor'), 'resident:other_grid'],
      instead: [
        'CONFLICT',
        except(
          SUBMITTER,
          NEIGHBOURS.filter((who) => who !== 'visitor'),
          ['resident:other_grid', 'resident:other_village', 'resident:other_town'],
        ),
      ],
    },
  },
  'party.takePost': { 'of the village': { may: SUBMITTER } },
  'party.offerPost': {
    'a new one': { may: KEEPERS, forbidden: NOT_KEEPERS },
    'one of the village': { may: VILLAGE, forbidden: NOT_KEEPERS },
  },
  'party.confirm': { 'a member of the village': { may: VILLAGE, forbidden: NOT_KEEPERS } },
  'party.leave': { 'the submitter’s': { may: SUBMITTER, forbidden: VILLAGE } },
  'party.members': { 'of the own villages': { may: KEEPERS, forbidden: NOT_KEEPERS } },
  'party.report': {
    'the village': {
      may: [...VILLAGE, ...TOWN, ...DISTRICT],
      forbidden: except(VIEWERS_OF_PARTY),
    },
    'the town': { may: [...TOWN, ...DISTRICT], forbidden: except(VIEWERS_OF_PARTY) },
  },
} satisfies Record<string, Record<string, Expectation>>
