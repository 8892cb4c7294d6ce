import { View } from '@tarojs/components'
import { useState } from 'react'
import { FINDINGS, MISSING_LIMITS, type MissingView } from '~/types/missing'
import { useAction } from '@/hooks'
import { FINDING_LABELS } from '@/labels/missing'
import { goBack } from '@/navigate'
import { Button, Card, Field, SectionTitle, Sheet, TextArea } from '@/ui'
import './lead.scss'

/** Found, or not to be searched for any more. One tap for the good end. */
export function End({ missing: { id, can } }: { missing: MissingView }) {
  const [open, setOpen] = useState<'found' | 'cancel'>()
  const [reason, setReason] = useState('')
  const found = useAction('missing.found', { refresh: ['missing', 'feed'] })
  const cancel = useAction('missing.cancel', { done: '已撤回', refresh: ['missing', 'feed'] })
  async function find(finding: (typeof FINDINGS)[number]) {
    if ((await found.run({ id, finding })) !== undefined) {
      goBack()
    }
  }
  async function withdraw() {
    if ((await cancel.run({ id, reason })) !== undefined) {
      goBack()
    }
  }
  return (
    <>
      <SectionTitle>找到了吗?</SectionTitle>
      <Card className="lead__stack">
        {can.includes('missing.found') && (
          <>
            <Button loading={found.busy} onTap={() => void find('found_safe')}>
              找到了,平安
            </Button>
            <Button kind="ghost" size="middle" onTap={() => setOpen('found')}>
              找到了,但情况不好
            </Button>
          </>
        )}
        {can.includes('missing.cancel') && (
          <Button kind="ghost" size="middle" onTap={() => setOpen('cancel')}>
            不用找了,撤回
          </Button>
        )}
      </Card>
      <Sheet open={open === 'found'} title="现在怎么样?" onClose={() => setOpen(undefined)}>
        <View className="lead__stack">
          {FINDINGS.filter((finding) => finding !== 'found_safe').map((finding) => (
            <Button key={finding} kind="ghost" disabled={found.busy} onTap={() => void find(finding)}>
              {FINDING_LABELS[finding]}
            </Button>
          ))}
        </View>
      </Sheet>
      <Sheet open={open === 'cancel'} title="为什么不用找了?" onClose={() => setOpen(undefined)}>
        <Field label="原因" error={cancel.fields.reason}>
          <TextArea
            label="原因"
            value={reason}
            max={MISSING_LIMITS.reason}
            placeholder="在亲戚家"
            onChange={setReason}
          />
        </Field>
        <Button loading={cancel.busy} onTap={() => void withdraw()}>
          撤回
        </Button>
      </Sheet>
    </>
  )
}
