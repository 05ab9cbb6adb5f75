import { attributionContract } from '@domain/attribution/contract'
import { cartContract } from '@domain/cart/contract'
import { catalogContract } from '@domain/catalog/contract'
import { commissionContract } from '@domain/commission/contract'
import { couponsContract } from '@domain/coupons/contract'
import { eventsContract } from '@domain/events/contract'
import { flashsaleContract } from '@domain/flashsale/contract'
import { groupbuyContract } from '@domain/groupbuy/contract'
import { guidesContract } from '@domain/guides/contract'
import { liveContract } from '@domain/live/contract'
import { lotteryContract } from '@domain/lottery/contract'
import { membersContract } from '@domain/members/contract'
import { messagesContract } from '@domain/messages/contract'
import { pointsContract } from '@domain/points/contract'
import { teamsContract } from '@domain/teams/contract'
import { makeLinkCode } from '../attribution/code'
import { explainOwn } from '../attribution/explain'
import { openLink } from '../attribution/open'
import { makePoster } from '../attribution/poster'
import { share } from '../attribution/share'
import { addLines, setLines } from '../cart/change'
import { seeCart } from '../cart/see'
import { seeHome } from '../catalog/home'
import { searchProducts } from '../catalog/search'
import { seeProduct } from '../catalog/see'
import { listIncome } from '../commission/list'
import { seeIncome } from '../commission/see'
import { seeCentre } from '../coupons/center'
import { claimCoupon } from '../coupons/claim'
import { listCoupons } from '../coupons/list'
import { recordEvents } from '../events/record'
import { remindOf } from '../flashsale/remind'
import { seeSessions } from '../flashsale/see'
import { seeDeal } from '../groupbuy/see'
import { readStatement } from '../groupbuy/statement'
import { acceptInvitation } from '../guides/accept'
import { listCustomers } from '../guides/customers'
import { seeGuideDesk, seeTrend } from '../guides/desk'
import { listMaterial } from '../guides/material'
import { seeRanking } from '../guides/ranking'
import { claimDropped } from '../live/claim'
import { listSessions } from '../live/list'
import { reserveLive } from '../live/reserve'
import { pollRoom } from '../live/room'
import { seeSession } from '../live/see'
import { enterLottery } from '../lottery/enter'
import { listEntries } from '../lottery/entries'
import { seeLottery } from '../lottery/see'
import { join } from '../members/join'
import { seeLevels } from '../members/levels'
import { changeProfile, keepPhone } from '../members/profile'
import { seeCenter } from '../members/see'
import { consentTo, seeWallet } from '../messages/wallet'
import { seeMall } from '../points/mall'
import { seePoints, seeSignIns } from '../points/see'
import { signInToday } from '../points/signIn'
import { serve } from '../kit/serve'
import { seeOffer, seeTeam } from '../teams/see'

const contract = {
  ...catalogContract,
  ...cartContract,
  ...teamsContract,
  ...flashsaleContract,
  ...groupbuyContract,
  ...couponsContract,
  ...eventsContract,
  ...attributionContract,
  ...guidesContract,
  ...commissionContract,
  ...liveContract,
  ...lotteryContract,
  ...membersContract,
  ...messagesContract,
  ...pointsContract,
}

/** What a shopper sees, and the light things that are kept: no money moves here. */
export const shop = serve(contract, {
  'catalog.home': seeHome,
  'catalog.search': searchProducts,
  'catalog.see': seeProduct,
  'cart.see': seeCart,
  'cart.add': addLines,
  'cart.set': setLines,
  'teams.offer': seeOffer,
  'teams.see': seeTeam,
  'flashsale.see': seeSessions,
  'flashsale.remind': remindOf,
  'groupbuy.see': seeDeal,
  'groupbuy.statement': readStatement,
  'coupons.center': seeCentre,
  'coupons.claim': claimCoupon,
  'coupons.list': listCoupons,
  'attribution.share': share,
  'attribution.open': openLink,
  'attribution.poster': makePoster,
  'attribution.code': makeLinkCode,
  'attribution.explain': explainOwn,
  'guides.accept': acceptInvitation,
  'guides.desk': seeGuideDesk,
  'guides.trend': seeTrend,
  'guides.customers': listCustomers,
  'guides.material': listMaterial,
  'guides.ranking': seeRanking,
  'live.list': listSessions,
  'live.see': seeSession,
  'live.room': pollRoom,
  'live.reserve': reserveLive,
  'live.claim': claimDropped,
  'lottery.see': seeLottery,
  'lottery.enter': enterLottery,
  'lottery.entries': listEntries,
  'events.record': recordEvents,
  'commission.list': listIncome,
  'commission.see': seeIncome,
  'members.see': seeCenter,
  'members.join': join,
  'members.profile': changeProfile,
  'members.phone': keepPhone,
  'members.levels': seeLevels,
  'points.see': seePoints,
  'points.signs': seeSignIns,
  'points.signIn': signInToday,
  'points.mall': seeMall,
  'messages.see': seeWallet,
  'messages.consent': consentTo,
})
