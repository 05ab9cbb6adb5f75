import type { CloudDocument } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { announce, button, isSure } from './act'
import { liveList } from './list'
import type { Poll } from './poll'
import type { Close } from './section'

const pageSize = 20
const everyMs = 15_000
const previewLength = 110

/** Which documents of a collection are looked at. */
interface View {
  where: string
  sort: string
  page: number
}

/** Shows one collection: filter, sort, pages, and each document folded. */
export function openDocuments(root: HTMLElement, name: string): Close {
  const view: View = { where: '', sort: '', page: 0 }
  const list = make('div', { class: 'documents' })
  const pager = make('div', { class: 'pager' })
  const again = () => running.again()
  const running: Poll = liveList(list, {
    everyMs,
    load: async () => {
      const found = await find(name, view)
      fill(pager, ...turners(view, found.length, again))
      return found
    },
    keyOf: (document) => String(document._id),
    row: (document) => documentRow(name, document, again),
    empty: ['没有符合的文档', '换一个条件，或者回到第一页。'],
  })
  root.append(make('h2', {}, name), filterForm(view, again), list, pager)
  return running.close
}

function find(name: string, { where, sort, page }: View): Promise<readonly CloudDocument[]> {
  const query = { where, sort, limit: pageSize, skip: page * pageSize }
  return look(`collections/${encodeURIComponent(name)}`, query)
}

function filterForm(view: View, changed: () => void): HTMLElement {
  const where = make('input', {
    name: 'where',
    placeholder: '{"status":"paid"}',
    spellcheck: 'false',
  })
  const sort = make('input', { name: 'sort', placeholder: '{"placedAt":-1}', spellcheck: 'false' })
  const apply = (event: Event) => {
    event.preventDefault()
    const wrong = [where, sort].find((field) => !isObject(field.value))
    where.setAttribute('aria-invalid', String(wrong === where))
    sort.setAttribute('aria-invalid', String(wrong === sort))
    if (wrong) {
      announce('条件要写成一个 JSON 对象，例如 {"status":"paid"}', 'bad')
      return
    }
    Object.assign(view, { where: where.value.trim(), sort: sort.value.trim(), page: 0 })
    changed()
  }
  return make(
    'form',
    { class: 'line-form', onsubmit: apply },
    make('label', { class: 'wide' }, make('span', {}, '条件 JSON'), where),
    make('label', {}, make('span', {}, '排序 JSON'), sort),
    make('button', { class: 'plain', type: 'submit' }, '查找'),
  )
}

function isObject(text: string): boolean {
  if (text.trim() === '') return true
  const value = parsed(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function turners(view: View, found: number, changed: () => void): HTMLElement[] {
  const turn = (label: string, by: number, disabled: boolean) => {
    const onclick = () => {
      view.page += by
      changed()
    }
    return make('button', { type: 'button', class: 'plain', disabled, onclick }, label)
  }
  const from = view.page * pageSize
  const where = found === 0 ? '' : `第 ${from + 1}–${from + found} 篇`
  return [
    turn('上一页', -1, view.page === 0),
    make('span', { class: 'muted' }, where),
    turn('下一页', 1, found < pageSize),
  ]
}

function documentRow(name: string, document: CloudDocument, changed: () => void): HTMLElement {
  const { _id, ...rest } = document
  const editor = make('div')
  const row = make(
    'details',
    {
      class: 'row document',
      'data-key': _id,
      ontoggle: () => {
        if (row.open && !editor.hasChildNodes()) editor.append(...edit(name, document, changed))
      },
    },
    make(
      'summary',
      {},
      make('code', { class: 'id' }, String(_id)),
      make('span', { class: 'preview' }, JSON.stringify(rest).slice(0, previewLength)),
    ),
    editor,
  )
  return row
}

/** Made only when a row is folded out: a page of twenty big documents stays light. */
function edit(name: string, document: CloudDocument, changed: () => void): HTMLElement[] {
  const address = `collections/${encodeURIComponent(name)}/${encodeURIComponent(String(document._id))}`
  const text = JSON.stringify(document, null, 2)
  const area = make('textarea', {
    spellcheck: 'false',
    rows: Math.min(text.split('\n').length + 1, 24),
    'aria-label': `文档 ${document._id}`,
  })
  area.value = text
  const save = async () => {
    const value = parsed(area.value)
    if (typeof value !== 'object' || value === null)
      throw new Error('这不是一个 JSON 对象，没有保存。')
    await tell('PUT', address, value)
    announce('文档已经保存')
    changed()
  }
  const remove = async () => {
    const text = `${name} 里的 ${document._id} 会立刻消失，商城不会知道，也找不回来。`
    if (!(await isSure('删掉这篇文档？', text, '删掉'))) return
    await tell('DELETE', address)
    announce('文档删掉了')
    changed()
  }
  return [
    make(
      'p',
      { class: 'warning' },
      '直接改数据会绕过商城的规则：不校验、不记账、不通知。只在排查问题时用。',
    ),
    area,
    make(
      'div',
      { class: 'actions' },
      button('保存改动', save, { class: 'primary' }),
      button('删除文档', remove, { class: 'danger' }),
    ),
  ]
}
