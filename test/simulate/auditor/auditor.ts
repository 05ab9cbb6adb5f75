/**
 * The auditor: looks into the books again and again and says what does not add up. A model of the
 * shop that is simpler than the shop: it knows what is on the price list, what money came and
 * went, and what must be true; it knows nothing of how the shop goes about it.
 */
import type { Books } from './books'
import type { PriceList } from './price-list'
import { checkCommission, checkCommissionAtRest, SeenCommission } from './commission'
import { checkCoupons, checkCouponsAtRest } from './coupons'
import { checkCredit, checkCreditAtRest } from './credit'
import { checkDeals, SeenDeals } from './deals'
import { checkLevels, checkLevelsAtRest, Standings } from './levels'
import { checkRooms, checkRoomsAtRest, SeenRooms } from './live-rooms'
import { checkLiveSales } from './live-sales'
import { checkLives, Lives } from './lives'
import { checkLotteries, checkLotteriesAtRest, SeenLotteries } from './lotteries'
import { checkMoney, checkMoneyAtRest } from './money'
import { checkPayouts, checkPayoutsAtRest } from './payouts'
import { checkPoints, checkPointsAtRest, Ledgers } from './points'
import { checkRest } from './rest'
import { checkReviewsAtRest } from './reviews'
import { checkDeedsAtRest, type StaffDeed } from './staff-deeds'
import { checkStock, checkStockAtRest } from './stock'
import { checkTeams, checkTeamsAtRest } from './teams'

/** Something that must not be. */
export interface Violation {
  readonly rule: string
  /** An order, a pool, a deal: whatever it is about. */
  readonly about: string
  readonly says: string
  /** When it was seen, by the cloud's clock. */
  readonly at: number
}

/** Says that something must not be. */
export type Accuse = (rule: string, about: string, says: string) => void

/** What every rule is given. */
export interface Audit {
  readonly books: Books
  readonly prices: PriceList
  readonly accuse: Accuse
}

export class Auditor {
  readonly violations: Violation[] = []
  looks = 0
  private readonly lives = new Lives()
  private readonly deals = new SeenDeals()
  private readonly standings = new Standings()
  private readonly commission = new SeenCommission()
  private readonly rooms = new SeenRooms()
  private readonly lotteries = new SeenLotteries()
  private readonly deeds = new Map<string, StaffDeed>()
  private readonly ledgers: Ledgers

  constructor(private readonly prices: PriceList) {
    this.ledgers = new Ledgers(prices.rules.written.points.months)
  }

  /** What must be true at every moment. */
  look(books: Books): void {
    this.looks += 1
    const audit = this.auditOf(books)
    checkLives(audit, this.lives)
    checkStock(audit)
    checkMoney(audit)
    checkDeals(audit, this.deals)
    checkTeams(audit)
    checkCoupons(audit)
    checkLevels(audit, this.standings)
    checkPoints(audit, this.ledgers)
    checkCredit(audit)
    checkCommission(audit, this.commission)
    checkPayouts(audit)
    checkLiveSales(audit)
    checkRooms(audit, this.rooms)
    checkLotteries(audit, this.lotteries)
  }

  /** What must be true when everything has come to rest. */
  close(books: Books): void {
    const audit = this.auditOf(books)
    checkRest(audit)
    checkStockAtRest(audit)
    checkMoneyAtRest(audit)
    checkTeamsAtRest(audit)
    checkCouponsAtRest(audit)
    checkLevelsAtRest(audit, this.standings)
    checkPointsAtRest(audit)
    checkCreditAtRest(audit)
    checkCommissionAtRest(audit)
    checkPayoutsAtRest(audit)
    checkRoomsAtRest(audit)
    checkLotteriesAtRest(audit)
    checkDeedsAtRest(audit, this.deeds)
    checkReviewsAtRest(audit)
  }

  /** What a call came to: whatever goes wrong, nobody meets a bug. */
  hear(name: string, outcome: string, at: number): void {
    if (outcome !== 'broken') return
    this.violations.push({ rule: 'never broken', about: name, says: 'met a bug', at })
  }

  /** What somebody of the shop was answered; the same wish again is the same deed. */
  witness(deed: StaffDeed): void {
    this.deeds.set(deed.requestId, deed)
  }

  private auditOf(books: Books): Audit {
    const accuse: Accuse = (rule, about, says) =>
      this.violations.push({ rule, about, says, at: books.now })
    return { books, prices: this.prices, accuse }
  }
}
