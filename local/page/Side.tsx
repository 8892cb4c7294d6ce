import type { DistrictView, GridView } from '../host/views'
import { GridSearch } from './GridSearch'
import type { Identity } from './identity'
import { IdentityPicker } from './IdentityPicker'
import type { Entrance } from './phone-address'
import { PhoneOptions } from './PhoneOptions'
import { ServiceMessages } from './ServiceMessages'
import { TimePanel } from './TimePanel'

interface Props {
  district: DistrictView | undefined
  grid: GridView | undefined
  error: string
  offsetMs: number
  identity: Identity | undefined
  entrance: Entrance
  width: number
  large: boolean
  onIdentity(identity: Identity): void
  onGrid(code: string): void
  onMoved(now: string): void
  onEntrance(entrance: Entrance): void
  onWidth(width: number): void
  onLarge(on: boolean): void
  onAutoShare(on: boolean): void
  onPath(path: string): void
}

/** The panel on the left: where, who, when, which phone. */
export function Side(props: Props) {
  const { district, grid, error } = props
  return (
    <aside className="side" aria-label="设置">
      <header>
        <h1>{district === undefined ? '微网格' : `${district.name} · 演示`}</h1>
        <p className="muted">
          {district === undefined
            ? '正在打开…'
            : `${district.grids.toLocaleString('zh-CN')} 个网格 · 数据在本机`}
        </p>
      </header>
      {error !== '' && (
        <p className="alert" role="alert">
          {error}
        </p>
      )}
      {grid !== undefined && district !== undefined && (
        <>
          <IdentityPicker grid={grid} identity={props.identity} onChoose={props.onIdentity} />
          <ServiceMessages openid={props.identity?.openid} onOpen={props.onPath} />
          <GridSearch onChoose={props.onGrid} />
          <TimePanel gridCode={grid.code} offsetMs={props.offsetMs} onMoved={props.onMoved} />
          <PhoneOptions
            entrance={props.entrance}
            onEntrance={props.onEntrance}
            width={props.width}
            onWidth={props.onWidth}
            large={props.large}
            onLarge={props.onLarge}
          />
          <p className="hint">
            <a href="/replay">看一遍:中午走失,五点到家</a>
          </p>
          <section aria-label="网格员自动转发">
            <button
              type="button"
              role="switch"
              aria-checked={district.autoShare}
              className="toggle"
              onClick={() => props.onAutoShare(!district.autoShare)}
            >
              <span>网格员自动转发</span>
              <i aria-hidden="true" />
            </button>
            <p className="hint spare">
              {district.autoShare
                ? '有新进展,系统替网格员点“转发”'
                : '卡片在网格员的工作台里等着,自己点“转发”'}
            </p>
          </section>
        </>
      )}
    </aside>
  )
}
