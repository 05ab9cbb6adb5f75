import { aftersaleStaffContract } from '@domain/aftersale/contract'
import { attributionStaffContract } from '@domain/attribution/contract'
import { auditContract } from '@domain/audit/contract'
import { commissionStaffContract } from '@domain/commission/contract'
import { fulfilmentContract } from '@domain/fulfilment/contract'
import { groupbuyStaffContract } from '@domain/groupbuy/contract'
import { guidesStaffContract } from '@domain/guides/contract'
import { lotteryStaffContract } from '@domain/lottery/contract'
import { liveStaffContract } from '@domain/live/staff.contract'
import { membersStaffContract } from '@domain/members/contract'
import { shopfileContract } from '@domain/shopfile/contract'
import { answerRequest } from '../aftersale/answer'
import { listAnswered } from '../aftersale/list'
import { assignOrder } from '../attribution/assign'
import { bindCustomer } from '../attribution/bind'
import { explainAny } from '../attribution/explain'
import { replayRule } from '../attribution/replay'
import { listAudit } from '../audit/list'
import { seeOverview } from '../commission/overview'
import { findByCode, ship, verifyCode } from '../fulfilment/handout'
import { listQueue, seeDesk } from '../fulfilment/queue'
import { seeAnyOrder } from '../fulfilment/see'
import { watchDeals } from '../groupbuy/watch'
import { inviteGuide } from '../guides/invite'
import { activateGuide, listGuides } from '../guides/staff'
import { noteReview } from '../live/note'
import { recountReview } from '../live/recount'
import { seeReview } from '../live/review'
import { drawByHand } from '../lottery/draw'
import { openLottery } from '../lottery/open'
import { announceWords } from '../live/announce'
import { seeCockpit } from '../live/cockpit'
import { dropCoupon } from '../live/drop'
import { endLive } from '../live/end'
import { explainGoods } from '../live/explain'
import { priceGoods } from '../live/price'
import { shelveGoods } from '../live/shelve'
import { skipGoods } from '../live/skip'
import { startLive } from '../live/start'
import { stockGoods } from '../live/stock'
import { noteWarmUp } from '../live/warmUp'
import { makeStoreCode } from '../members/storeCode'
import { serve } from '../kit/serve'
import { importShop } from '../shopfile/import'
import { staffDoor } from '../staff/door'

const contract = {
  ...groupbuyStaffContract,
  ...fulfilmentContract,
  ...aftersaleStaffContract,
  ...attributionStaffContract,
  ...guidesStaffContract,
  ...commissionStaffContract,
  ...lotteryStaffContract,
  ...auditContract,
  ...liveStaffContract,
  ...membersStaffContract,
  ...shopfileContract,
}

/** What only those who work here may do. */
export const staff = serve(
  contract,
  {
    'groupbuy.watch': watchDeals,
    'fulfilment.desk': seeDesk,
    'fulfilment.list': listQueue,
    'fulfilment.see': seeAnyOrder,
    'fulfilment.ship': ship,
    'fulfilment.find': findByCode,
    'fulfilment.verify': verifyCode,
    'aftersale.answer': answerRequest,
    'aftersale.list': listAnswered,
    'attribution.see': explainAny,
    'attribution.assign': assignOrder,
    'attribution.bind': bindCustomer,
    'attribution.replay': replayRule,
    'guides.invite': inviteGuide,
    'guides.list': listGuides,
    'guides.activate': activateGuide,
    'commission.overview': seeOverview,
    'live.review': seeReview,
    'live.recount': recountReview,
    'live.note': noteReview,
    'lottery.open': openLottery,
    'lottery.draw': drawByHand,
    'audit.list': listAudit,
    'live.cockpit': seeCockpit,
    'live.start': startLive,
    'live.end': endLive,
    'live.explain': explainGoods,
    'live.skip': skipGoods,
    'live.shelve': shelveGoods,
    'live.price': priceGoods,
    'live.stock': stockGoods,
    'live.announce': announceWords,
    'live.drop': dropCoupon,
    'live.warmUp': noteWarmUp,
    'members.storeCode': makeStoreCode,
    'shopfile.import': importShop,
  },
  staffDoor,
)
