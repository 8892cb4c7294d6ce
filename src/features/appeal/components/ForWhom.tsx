import { View } from '@tarojs/components'
import type { AppealView } from '~/types/appeal'
import { CONSENT_LABELS, TOLD_LABELS } from '@/labels/appeal'

/** For whom it was filed, how they agreed, and how they heard the result. */
export function ForWhom({ behalf }: Pick<AppealView, 'behalf'>) {
  if (behalf === null) {
    return null
  }
  const { name, consent, inProgram, toldBy } = behalf
  const told = toldBy === null ? '' : `;结果${TOLD_LABELS[toldBy]}`
  return (
    <View className="detail__muted">
      {`替${name}提的(${CONSENT_LABELS[consent]})${inProgram === true ? ';他自己也看得到' : told}`}
    </View>
  )
}
