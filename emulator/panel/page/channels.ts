import type { ChannelsAccount, StreamState } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { momentOf } from '../words'
import { attempt, choice, fact } from './act'
import { liveList } from './list'
import type { Section } from './section'

const streams: Readonly<Record<StreamState, string>> = {
  never: '没开过播',
  live: '直播中',
  ended: '已结束',
}

const tones: Readonly<Record<StreamState, string>> = { never: '', live: 'good', ended: 'wait' }

const notices = { usable: '可以预约', cancelled: '已取消', used: '已开播' } as const

/** 视频号: whether the stream is on, and the notice by which people reserve it. */
export const channels: Section = {
  id: 'channels',
  title: '视频号直播',
  icon: 'channels',
  about: '手机打开一场直播的页面时，会问视频号开播没有；问过的视频号都在这里，可以替它开播、结束。',
  open(root) {
    const list = make('div')
    root.append(list)
    const running = liveList(list, {
      load: () => look('channels'),
      keyOf: ({ finderUserName }) => finderUserName,
      row: (account) => accountRow(account, () => running.again()),
      empty: ['还没有视频号', '在手机上打开一场直播，这里会出现它的视频号。'],
    })
    return running.close
  },
}

function accountRow(account: ChannelsAccount, changed: () => void): HTMLElement {
  const { finderUserName, nickname, stream, description, notice, reservedBy } = account
  const deciding = make('div', { class: 'decide' })
  const set = async (change: object) => {
    await attempt(() => tell('POST', `channels/${encodeURIComponent(finderUserName)}`, change))
    changed()
  }
  fill(
    deciding,
    choice('直播', streams, stream, (state) => set({ stream: state })),
    notice !== null &&
      choice('预告', notices, notice.state, (state) => set({ notice: { ...notice, state } })),
  )
  return make(
    'details',
    { class: 'row', 'data-key': finderUserName },
    make(
      'summary',
      {},
      make('span', { class: 'main' }, nickname),
      make('code', {}, finderUserName),
      make('span', { class: `tag ${tones[stream]}` }, streams[stream]),
    ),
    make(
      'dl',
      {},
      ...(description === '' ? [] : [fact('主题', description)]),
      ...(notice === null
        ? []
        : [
            fact('预告', make('code', {}, notice.noticeId)),
            fact('预告时间', momentOf(notice.startsAt)),
            fact('预约人数', String(reservedBy.length)),
          ]),
    ),
    deciding,
  )
}
