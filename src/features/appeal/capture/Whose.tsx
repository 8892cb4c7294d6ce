import { NAME_MAX, type MemberView } from '~/types/me'
import { goTo } from '@/navigate'
import { Field, Row, TextInput } from '@/ui'

/** Whom it is for: a neighbour in the program, or what to call somebody who is not. */
export interface Person {
  person?: Pick<MemberView, 'userId' | 'name'>
  name: string
  phone: string
}

/** What is kept of somebody who is not in the program; both may be left out. */
export function outside({ name, phone }: Person): { name?: string; phone?: string } {
  return { ...(name !== '' && { name }), ...(phone !== '' && { phone }) }
}

interface Props {
  draft: Person
  change(part: Partial<Person>): void
  /** Where neighbours are picked from. */
  grid: string | undefined
  errors: Record<string, string>
}

/** 替谁记的: somebody outside the program is told, and asked, on the telephone. */
export function Whose({ draft: { person, name, phone }, change, grid, errors }: Props) {
  const hint =
    person === undefined
      ? '他不在小程序里,就写下称呼和电话:办好了打电话告诉他,上一级再问他满意不满意'
      : '办得怎样,他自己看得到'
  return (
    <Field label="替谁记的?" error={errors.userId ?? errors.name ?? errors.phone} hint={hint}>
      <Row
        label={person?.name ?? '他在小程序里'}
        value={person === undefined ? '选邻居' : '换一位'}
        onTap={() =>
          goTo('/features/staff/members/index', { pick: '1', ...(grid !== undefined && { areaCode: grid }) })
        }
      />
      {person === undefined && (
        <>
          <TextInput
            label="他的称呼"
            value={name}
            max={NAME_MAX}
            placeholder="称呼,比如:东头王大娘"
            onChange={(typed) => change({ name: typed })}
          />
          <TextInput
            label="他的电话"
            type="phone"
            value={phone}
            max={11}
            placeholder="电话(可不填)"
            onChange={(typed) => change({ phone: typed })}
          />
        </>
      )}
    </Field>
  )
}
