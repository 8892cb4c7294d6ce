import { AREA_CODE_LENGTH } from '~/types/area'
import type { EvaluationComponent, EvaluationKind, EvaluationSize, EvaluationTerms } from '~/types/evaluation'
import { compose, place, shareWeights } from './compose'
import { measureVillages, type Counting } from './measure'
import { listObjections, listVillageCodes, upsertVillages, type EvaluationRow } from './repo'

/**
 * Streets have the codes 001 to 099 in their district, towns and townships higher ones.
 * Source: GB/T 10114, coding of administrative divisions below the county.
 */
const FIRST_TOWN = 100
const kindOf = (village: string): EvaluationKind =>
  Number(village.slice(AREA_CODE_LENGTH.district, AREA_CODE_LENGTH.town)) < FIRST_TOWN ? 'street' : 'town'

function sizeOf(people: number | undefined, { small, large }: EvaluationTerms['terms']): EvaluationSize {
  return people === undefined ? 'any' : people < small ? 'small' : people < large ? 'middle' : 'large'
}

/** Components that do not count for a village since an objection was upheld. */
async function leftOutBy(
  ctx: Counting,
  evaluationId: string,
): Promise<Map<string, Set<EvaluationComponent>>> {
  const leftOut = new Map<string, Set<EvaluationComponent>>()
  for (const { areaCode, leftOut: name } of await listObjections(ctx.db, evaluationId)) {
    if (name !== null) {
      leftOut.set(areaCode, (leftOut.get(areaCode) ?? new Set()).add(name))
    }
  }
  return leftOut
}

/** Works out every village of the evaluation and writes the numbers down, with all that they come from. */
export async function calculate(
  ctx: Counting,
  evaluation: EvaluationRow,
  setting: EvaluationTerms,
): Promise<void> {
  const villages = await listVillageCodes(ctx.db, evaluation.areaCode)
  const [measures, leftOut] = await Promise.all([
    measureVillages(ctx, evaluation, villages, setting),
    leftOutBy(ctx, evaluation.id),
  ])
  const { weights, terms } = setting
  const lines = villages.map((areaCode) => {
    const measured = measures.get(areaCode)
    const components = shareWeights(
      weights,
      measured?.components ?? new Map<EvaluationComponent, never>(),
      leftOut.get(areaCode) ?? new Set(),
    )
    const unit = {
      ...compose(components),
      kind: kindOf(areaCode),
      size: sizeOf(measured?.people, terms),
      placed: measured?.sufficient ?? false,
    }
    return {
      areaCode,
      components,
      unit,
      danger: measured?.danger ?? 0,
      dangerLate: measured?.dangerLate ?? 0,
    }
  })
  const placed = place(lines.map(({ unit }) => unit))
  await upsertVillages(
    ctx.db,
    lines.flatMap(({ areaCode, components, unit: { kind, score }, danger, dangerLate }, i) => {
      const at = placed[i]
      return at === undefined
        ? []
        : [
            {
              ...at,
              evaluationId: evaluation.id,
              areaCode,
              kind,
              score,
              danger,
              dangerLate,
              components: JSON.stringify(components),
            },
          ]
    }),
  )
}
