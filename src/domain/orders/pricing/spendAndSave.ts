import { split, subtract, NOTHING } from '../../money'
import { inScope } from '../../promotions/scope'
import {
  bestSavings,
  spentOn,
  stepAhead,
  stepReached,
  type Saving,
  type SpendAndSave,
} from '../../promotions/spendAndSave'
import { byId, type Pricing, type Skipped } from './draft'
import { hindrance, type Hindrance } from './hindrance'
import { stepped, type PricedLine, type PriceStep } from './line'

/** Spreads what is saved over the lines that take part, by what each costs after discounts. */
function stepsOf({
  promotion,
  step,
  lines,
  offFen,
}: Saving<PricedLine>): [PricedLine, PriceStep][] {
  const parts = split(
    offFen,
    lines.map(({ payableFen }) => payableFen),
  )
  const { id, name } = promotion
  const { minFen } = step
  return lines.map((line, index) => {
    const amountFen = subtract(NOTHING, parts[index] ?? NOTHING)
    return [line, { kind: 'spend-and-save', id, name, amountFen, why: { minFen, offFen } }]
  })
}

type Told = Pick<Skipped, 'reason' | 'why' | 'skuId'>

/** What keeps a running promotion from taking anything off, or more, of lines without a deal. */
function shortfall(
  promotion: SpendAndSave,
  own: readonly PricedLine[],
  saving: Saving<PricedLine> | undefined,
): readonly Told[] {
  const spentFen = spentOn(saving?.lines ?? own)
  if (own.length === 0) return []
  const reached = stepReached(promotion, spentFen)
  if (reached && !saving)
    return [{ reason: 'better', why: { offFen: reached.offFen }, skuId: null }]
  const ahead = stepAhead(promotion, spentFen)
  if (!ahead) return []
  const why = { missing: subtract(ahead.minFen, spentFen), ...ahead }
  return [{ reason: saving ? 'next' : 'missing', why, skuId: null }]
}

/** Everything that keeps a promotion from taking off as much as it could. */
function whyNot(
  promotion: SpendAndSave,
  hindering: Hindrance | undefined,
  lines: readonly PricedLine[],
  savings: readonly Saving<PricedLine>[],
): readonly Told[] {
  if (hindering) {
    const { reason, why } = hindering
    return reason === 'over' ? [] : [{ reason, why, skuId: null }]
  }
  const scoped = lines.filter(({ product }) => inScope(promotion.scope, product))
  const own = scoped.filter(({ deal }) => !deal)
  const saving = savings.find((one) => one.promotion === promotion)
  return [
    ...scoped.flatMap(({ deal, sku }): Told[] =>
      deal ? [{ reason: 'deal', why: {}, skuId: sku.id }] : [],
    ),
    ...shortfall(promotion, own, saving),
  ]
}

/** 满减: what takes most off together, each line taking part in one, and none that is in a deal. */
export const spendAndSavePricing: Pricing = ({ lines, skipped }, { promotions, now }) => {
  const standing = [...promotions.spendAndSave]
    .sort(byId)
    .map((promotion) => ({ promotion, hindering: hindrance(promotion, lines, now) }))
  const running = standing.flatMap(({ promotion, hindering }) => (hindering ? [] : [promotion]))
  const savings = bestSavings(
    running,
    lines.filter(({ deal }) => !deal),
  )
  const steps = new Map(savings.flatMap(stepsOf))
  return {
    lines: lines.map((line) => {
      const step = steps.get(line)
      return step ? stepped(line, step) : line
    }),
    skipped: [
      ...skipped,
      ...standing.flatMap(({ promotion, hindering }) =>
        whyNot(promotion, hindering, lines, savings).map((told): Skipped => ({
          kind: 'spend-and-save',
          id: promotion.id,
          name: promotion.name,
          ...told,
        })),
      ),
    ],
  }
}
