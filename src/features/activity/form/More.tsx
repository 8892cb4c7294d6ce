import { ACTIVITY_LIMITS } from '~/types/activity'
import { ChipGroup, Field, SwitchRow, TextInput } from '@/ui'
import type { ActivityDraft } from './draft'

interface Props {
  draft: ActivityDraft
  change(part: Partial<ActivityDraft>): void
  errors: Record<string, string>
}

const AGES = [
  { value: '18', label: '成年人' },
  { value: '14', label: '满14岁' },
  { value: '8', label: '孩子也能来' },
]

/** Who may come and what they need; all of it may stay as it is. */
export function More({ draft, change, errors }: Props) {
  return (
    <>
      <Field label="谁能来" error={errors.minAge}>
        <ChipGroup
          label="谁能来"
          value={draft.minAge}
          options={AGES}
          onChange={(minAge) => change({ minAge })}
        />
        <SwitchRow
          label="党员岗"
          hint="只请党员报名"
          on={draft.partyOnly}
          onChange={(partyOnly) => change({ partyOnly })}
        />
        <SwitchRow
          label="有一定危险"
          hint="登高、下水、动机器:只能成年人,要写明保险"
          on={draft.risky}
          onChange={(risky) => change({ risky, ...(risky && { minAge: '18' }) })}
        />
        {draft.risky && (
          <TextInput
            label="保险说明"
            value={draft.insurance}
            max={ACTIVITY_LIMITS.insurance}
            placeholder="比如:镇里统一买了意外险"
            onChange={(insurance) => change({ insurance })}
          />
        )}
      </Field>
      {errors.insurance !== undefined && <Field label="保险说明" error={errors.insurance} />}
      <Field label="带什么(可不填)" error={errors.bring}>
        <TextInput
          label="带什么"
          value={draft.bring}
          max={ACTIVITY_LIMITS.bring}
          placeholder="比如:带一把铁锹,村里备手套和热水"
          onChange={(bring) => change({ bring })}
        />
      </Field>
      <Field label="要会什么(可不填)" error={errors.skills}>
        <TextInput
          label="要会什么"
          value={draft.skills}
          max={ACTIVITY_LIMITS.skills}
          placeholder="比如:会开铲车"
          onChange={(skills) => change({ skills })}
        />
      </Field>
    </>
  )
}
