import { Notice } from '@/ui'
import { useScans } from '../components/useScans'

/** Scans made without a network that have not been delivered yet; they are sent as soon as there is one. */
export function Waiting() {
  const { waiting } = useScans()
  return waiting === 0 ? null : (
    <Notice tone="gold">{`有 ${waiting} 次签到还没传上去,有网了自动补传,时间按扫码时算。`}</Notice>
  )
}
