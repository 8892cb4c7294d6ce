import { useCall, useParams } from '@/hooks'
import { Page } from '@/ui'
import { Editor } from './Editor'
import './index.scss'

/** Proposing a change to one setting. */
export default function SettingForm() {
  const { name } = useParams()
  const settings = useCall('setting.list', {})
  const setting = settings.data?.items.find((item) => item.name === name)
  return setting === undefined ? (
    <Page title="提个改动" state={settings} />
  ) : (
    <Editor key={setting.version} setting={setting} />
  )
}
