import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AttachmentView } from '~/types/attachment'
import { openDocument } from '@/api/documents'
import { Button, Notice } from '@/ui'
import { sizeWords } from '../view'
import './announcement.scss'

/** A document that can be opened. */
export function Attachment({ data }: { data: AttachmentView }) {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  async function open() {
    setBusy(true)
    setFailed(false)
    await openDocument(data).catch(() => setFailed(true))
    setBusy(false)
  }

  return (
    <View className="announcement__stack">
      <View className="announcement__fileRow">
        <View className="announcement__file">
          {data.name}
          <View className="announcement__muted">{sizeWords(data.bytes)}</View>
        </View>
        <Button
          kind="soft"
          size="small"
          label={`打开文件 ${data.name}`}
          loading={busy}
          onTap={() => void open()}
        >
          打开文件
        </Button>
      </View>
      {failed && <Notice tone="red">文件没有打开,请再点一次。</Notice>}
    </View>
  )
}
