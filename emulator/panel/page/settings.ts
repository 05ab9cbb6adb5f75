import type { Health } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { announce, button, fact, isSure } from './act'
import { failed, loading } from './list'
import { poll } from './poll'
import type { Section } from './section'

/** 设置: is the cloud well, which versions run, and starting over. */
export const settings: Section = {
  id: 'settings',
  title: '设置',
  icon: 'settings',
  about: '本地云的身体状况与版本，重新装载云函数，或者从头来过。',
  open(root) {
    const health = make('div', { class: 'card' }, loading())
    root.append(health, upkeep())
    const running = poll({
      load: () => look('health'),
      show: (answer) => fill(health, ...healthView(answer)),
      fail: (error) =>
        fill(
          health,
          failed(error, () => running.again()),
        ),
      everyMs: 4_000,
    })
    return running.close
  },
}

function healthView({ ready, importing, versions }: Health): HTMLElement[] {
  const [word, tone] = ready ? ['一切就绪', 'good'] : ['还没就绪', 'wait']
  return [
    make('p', { class: 'state-line' }, make('span', { class: `tag ${tone}`, id: 'health' }, word)),
    ...(importing ? [make('p', { class: 'muted' }, '正在导入店铺数据…')] : []),
    make('dl', {}, ...Object.entries(versions).map(([name, version]) => fact(name, version))),
  ]
}

function upkeep(): HTMLElement {
  const reload = () => tell('POST', 'functions/reload')
  const reset = async () => {
    const text = '数据库、文件、支付、退款和消息会全部清空，再导入启动时选的那家店。找不回来。'
    if (!(await isSure('从头来过？', text, '清空并重新导入'))) return
    announce('正在清空并重新导入…')
    await tell('POST', 'reset')
    announce('店铺回到了最初的样子')
  }
  return make(
    'div',
    { class: 'upkeep' },
    task('重新装载云函数', '改完代码、重新构建以后，下一次调用就跑新的。', [
      button('重新装载', reload, { done: '云函数重新装载了' }),
    ]),
    task('从头来过', '清空一切，重新导入店铺。适合再演示一遍。', [
      button('清空并重新导入', reset, { class: 'danger', id: 'reset' }),
    ]),
  )
}

function task(title: string, text: string, actions: HTMLElement[]): HTMLElement {
  return make(
    'div',
    { class: 'card task' },
    make('div', {}, make('strong', {}, title), make('p', { class: 'muted' }, text)),
    ...actions,
  )
}
