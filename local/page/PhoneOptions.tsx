import type { Entrance } from './phone-address'

const WIDTHS = [320, 375, 430]
const ENTRANCES: [Entrance, string][] = [
  ['group', '从群里'],
  ['list', '从列表'],
  ['new_group', '从新群'],
]
const HINTS: Record<Entrance, string> = {
  group: '像点开群里的卡片:程序知道是哪个群',
  list: '像从最近使用里打开:程序不知道是哪个群',
  new_group: '一个还没绑定的新群:网格员可以把它绑到网格',
}

interface Props {
  entrance: Entrance
  onEntrance(entrance: Entrance): void
  width: number
  onWidth(width: number): void
  large: boolean
  onLarge(on: boolean): void
}

/** 打开方式 and 手机. */
export function PhoneOptions({ entrance, onEntrance, width, onWidth, large, onLarge }: Props) {
  return (
    <>
      <section aria-label="打开方式">
        <h2>打开方式</h2>
        <div className="chips">
          {ENTRANCES.map(([value, label]) => (
            <Chip
              key={value}
              on={entrance === value}
              onClick={() => onEntrance(value)}
              label={label}
              title={HINTS[value]}
            />
          ))}
        </div>
        <p className="hint spare">{HINTS[entrance]}</p>
      </section>
      <section aria-label="手机">
        <h2>手机</h2>
        <div className="chips">
          {WIDTHS.map((value) => (
            <Chip key={value} on={width === value} onClick={() => onWidth(value)} label={String(value)} />
          ))}
          <Chip on={large} onClick={() => onLarge(!large)} label="大字" />
        </div>
      </section>
    </>
  )
}

interface ChipProps {
  on: boolean
  label: string
  title?: string
  onClick(): void
}

function Chip({ on, label, title, onClick }: ChipProps) {
  return (
    <button
      type="button"
      className={`chip ${on ? 'on' : ''}`}
      aria-pressed={on}
      title={title}
      onClick={onClick}
    >
      {label}
    </button>
  )
}
