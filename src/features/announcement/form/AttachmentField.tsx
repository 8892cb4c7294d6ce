import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AttachmentView } from '~/types/attachment'
import { Failure, uploadAttachment } from '@/api'
import { chooseDocument } from '@/api/documents'
import { Button, Field } from '@/ui'
import '../components/announcement.scss'

interface Props {
  value: AttachmentView | undefined
  error: string | undefined
  onChange(attachment: AttachmentView | undefined): void
}

const wrongOf = ({ fields, message }: Failure) => Object.values(fields)[0] ?? message

/** One document; it is sent as soon as it is chosen. */
export function AttachmentField({ value, error, onChange }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function add() {
    const chosen = await chooseDocument()
    if (chosen === undefined) {
      return
    }
    setBusy(true)
    setProblem(undefined)
    const sent = await uploadAttachment(chosen).catch((failure: unknown) =>
      failure instanceof Failure ? wrongOf(failure) : '没有传上去,请再试一次',
    )
    setBusy(false)
    if (typeof sent === 'string') {
      setProblem(sent)
    } else {
      onChange(sent)
    }
  }

  return (
    <Field label="带个文件(可以不带)" hint="PDF、Word或Excel,不超过10MB" error={problem ?? error}>
      <View className="announcement__stack">
        {value !== undefined && <View className="announcement__file">{value.name}</View>}
        <View className="announcement__turns">
          <Button kind="soft" size="middle" loading={busy} onTap={() => void add()}>
            {busy ? '正在传…' : value === undefined ? '选个文件' : '换一个'}
          </Button>
          {value !== undefined && (
            <Button kind="ghost" size="middle" onTap={() => onChange(undefined)}>
              不带了
            </Button>
          )}
        </View>
      </View>
    </Field>
  )
}
