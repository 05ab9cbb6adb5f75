import { View } from '@tarojs/components'
import type { DealsProgress } from '@domain/deals/progress'
import { InFlash } from './InFlash'
import { InLadder } from './InLadder'
import { InTeam } from './InTeam'

/** The deals that the product is in. */
export interface DealsProps {
  readonly deals: DealsProgress
  readonly onTimeOver: () => void
}

/** The deals of the product, each with the way to it; of the flash sales the next session. */
export function Deals({ deals: { flash, teams, ladders }, onTimeOver }: DealsProps) {
  const [next] = [...flash].sort((one, other) => one.deal.startsAt - other.deal.startsAt)
  return (
    <View>
      {next && <InFlash key={next.deal._id} view={next} onTimeOver={onTimeOver} />}
      {teams.map((view) => (
        <InTeam key={view.deal._id} view={view} onTimeOver={onTimeOver} />
      ))}
      {ladders.map((view) => (
        <InLadder key={view.deal._id} view={view} onTimeOver={onTimeOver} />
      ))}
    </View>
  )
}
